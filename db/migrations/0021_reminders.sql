-- What somebody is to be reminded of in a conversation, at an instant.
create table reminder (
  workspace_id    uuid not null,
  id              uuid not null,
  conversation_id uuid not null,
  -- Who is told when it is due; null is the team.
  owner_id        uuid,
  set_by          uuid not null,
  due_at          timestamptz not null,
  note            text not null default '',
  -- `unanswered`: no longer wanted once the client writes.
  condition       text not null default 'always' check (condition in ('always', 'unanswered')),
  state           text not null default 'waiting' check (state in ('waiting', 'due', 'done', 'cancelled')),
  -- The number of its last change, and what it was before: what undoing that one puts back.
  version         integer not null default 1,
  was             jsonb not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, conversation_id) references conversation on delete cascade,
  foreign key (workspace_id, owner_id) references membership (workspace_id, user_id),
  foreign key (workspace_id, set_by) references membership (workspace_id, user_id)
);
create index reminder_of_conversation on reminder (workspace_id, conversation_id) where state in ('waiting', 'due');
create index reminder_of_owner on reminder (workspace_id, owner_id, due_at) where state in ('waiting', 'due');
create index reminder_waiting on reminder (due_at) where state = 'waiting';
call raise_wall('reminder');

alter table entry
  -- When the reminder it speaks of is due.
  add due_at timestamptz,
  drop constraint entry_kind_check,
  add constraint entry_kind_check check (kind in (
    'assigned', 'unassigned', 'archived', 'reopened', 'deleted', 'restored',
    'bounced', 'gave_up', 'complained', 'maybe_related',
    'reminder_set', 'reminder_moved', 'reminder_due', 'reminder_done', 'reminder_cancelled'));

-- What falls due next, of every business: by the clock of the database, which all nodes share.
create function reminders_ahead(most integer) returns table (workspace_id uuid, due_in_seconds double precision)
  language sql stable security definer set search_path = public
begin atomic
  select r.workspace_id, extract(epoch from r.due_at - now())::double precision
  from reminder r where r.state = 'waiting' order by r.due_at limit most;
end;
revoke execute on function reminders_ahead(integer) from public;
grant execute on function reminders_ahead(integer) to comptoir_system;

alter table workspace
  -- When it is open, read and written whole; null until it was said.
  add opening_hours jsonb;
