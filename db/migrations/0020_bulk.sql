-- Something done to many conversations: which, and what each was before, so that it goes on after a crash and is undone
-- as a whole.
create table bulk_act (
  workspace_id uuid not null references workspace,
  id           uuid not null,
  user_id      uuid not null,
  actor_name   text not null,
  -- What is done, as it was asked.
  act          jsonb not null,
  state        text not null default 'running' check (state in ('running', 'done', 'undoing', 'undone')),
  total        integer not null,
  done         integer not null default 0,
  at           timestamptz not null default now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, user_id) references membership (workspace_id, user_id)
);
create index bulk_act_under_way on bulk_act (at) where state in ('running', 'undoing');
create index bulk_act_age on bulk_act (workspace_id, at);
call raise_wall('bulk_act');

-- A part of it, done in one transaction. Its conversations are not referred to one by one: ten thousand references
-- would cost more than what is done to them; one that is erased meanwhile is not found.
create table bulk_act_part (
  workspace_id     uuid not null,
  bulk_act_id      uuid not null,
  position         integer not null,
  conversation_ids uuid[] not null,
  -- Waiting, done, or put back.
  state            text not null default 'waiting' check (state in ('waiting', 'done', 'back')),
  -- By the id of each that was changed, what it was before.
  was              jsonb not null default '{}',
  primary key (workspace_id, bulk_act_id, position),
  foreign key (workspace_id, bulk_act_id) references bulk_act on delete cascade
);
call raise_wall('bulk_act_part');

-- What a crash interrupted, of every business.
create function bulk_acts_under_way() returns table (workspace_id uuid, id uuid)
  language sql stable security definer set search_path = public
begin atomic
  select b.workspace_id, b.id from bulk_act b where b.state in ('running', 'undoing') order by b.at limit 100;
end;
revoke execute on function bulk_acts_under_way() from public;
grant execute on function bulk_acts_under_way() to comptoir_system;
