-- Whom a note names: by id and by where in its text, so that whoever changes their name is drawn by that of now.
create table note_mention (
  workspace_id uuid not null,
  note_id      uuid not null,
  -- Where the @ stands, and how long the name written there is, as browsers count (UTF-16).
  starts_at    integer not null check (starts_at >= 0),
  length       integer not null check (length > 1),
  -- Null is the whole team.
  user_id      uuid,
  primary key (workspace_id, note_id, starts_at),
  foreign key (workspace_id, note_id) references note,
  foreign key (workspace_id, user_id) references membership (workspace_id, user_id)
);
call raise_wall('note_mention');

-- Something that somebody must know: once for what caused it, whatever tells of it.
create table notice (
  workspace_id    uuid not null references workspace,
  id              uuid not null default gen_random_uuid(),
  user_id         uuid not null,
  kind            text not null check (kind in ('mention', 'assigned', 'answered', 'trouble', 'reminder')),
  -- What caused it: a note, an entry or something done to many, a message, a reminder.
  thing_id        uuid not null,
  -- Null where it is about many.
  conversation_id uuid,
  -- About how many conversations.
  conversations   integer not null default 1 check (conversations > 0),
  -- The number of what it is about: whoever read up to there has seen it.
  seq             integer not null default 0,
  actor_name      text not null default '',
  -- What it says, or the state of the message that is in trouble.
  summary         text not null default '',
  -- In the list and counted; otherwise it leaves by another way only.
  is_listed       boolean not null default true,
  at              timestamptz not null default clock_timestamp(),
  seen_at         timestamptz,
  pushed_at       timestamptz,
  mailed_at       timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, user_id, kind, thing_id),
  foreign key (workspace_id, user_id) references membership (workspace_id, user_id),
  foreign key (workspace_id, conversation_id) references conversation
) with (fillfactor = 80);
create index notice_list on notice (workspace_id, user_id, at desc, id desc) where is_listed;
create index notice_unseen on notice (workspace_id, user_id, at desc, id desc) where seen_at is null;
create index notice_of_conversation on notice (workspace_id, conversation_id, user_id) where seen_at is null;
create index notice_unseen_age on notice (at) where seen_at is null;
call raise_wall('notice');

-- The number on the bell of each person.
create function count_notices() returns trigger language plpgsql as $$
begin
  perform move_counts(array_agg(s.workspace_id), array_agg('notices:' || s.user_id), array_agg(s.step))
  from (
    select workspace_id, user_id, (case tg_op when 'INSERT' then 1 else -1 end * count(*))::integer as step
    from moved where seen_at is null and is_listed
    group by workspace_id, user_id
  ) s
  having count(*) > 0;
  return null;
end $$;
create function count_notices_moved() returns trigger language plpgsql as $$
begin
  perform move_counts(array_agg(s.workspace_id), array_agg('notices:' || s.user_id), array_agg(s.step))
  from (
    select workspace_id, user_id, sum(step)::integer as step
    from (
      select workspace_id, user_id, -1 as step from was where seen_at is null and is_listed
      union all
      select workspace_id, user_id, 1 from is_now where seen_at is null and is_listed
    ) each
    group by workspace_id, user_id having sum(step) <> 0
  ) s
  having count(*) > 0;
  return null;
end $$;
create trigger count_notices_made after insert on notice
  referencing new table as moved for each statement execute function count_notices();
create trigger count_notices_moved after update on notice
  referencing old table as was new table as is_now for each statement execute function count_notices_moved();
create trigger count_notices_gone after delete on notice
  referencing old table as moved for each statement execute function count_notices();
grant execute on function count_notices(), count_notices_moved() to comptoir_app;

-- How somebody wants to be told. Without a row, of everything and at any hour; a cause that is named here goes no way.
create table notice_reader (
  workspace_id   uuid not null,
  user_id        uuid not null,
  off_in_app     text[] not null default '{}',
  off_push       text[] not null default '{}',
  off_digest     text[] not null default '{}',
  -- Null is that of the business.
  time_zone      text,
  -- Neither push nor mail from here to there, across midnight where it ends before it begins; null is never.
  quiet_from     time,
  quiet_until    time,
  -- The days on whose evening, or at whose hour, it begins: 1 is Monday.
  quiet_days     integer[] not null default '{1,2,3,4,5,6,7}',
  -- When a screen of theirs was last open, and when their last digest was written.
  on_screen_at   timestamptz,
  digested_at    timestamptz,
  primary key (workspace_id, user_id),
  foreign key (workspace_id, user_id) references membership (workspace_id, user_id),
  check ((quiet_from is null) = (quiet_until is null))
);
call raise_wall('notice_reader');

-- A browser that may be told while no page is open. Where it is and its keys are sealed: whoever has them can speak to it.
create table push_subscription (
  workspace_id  uuid not null,
  id            uuid not null,
  user_id       uuid not null,
  session_id    uuid not null,
  endpoint_hash bytea not null,
  sealed        text not null,
  device        text not null default '',
  created_at    timestamptz not null default now(),
  primary key (workspace_id, id),
  unique (workspace_id, endpoint_hash),
  foreign key (workspace_id, user_id) references membership (workspace_id, user_id)
);
create index push_subscription_of_user on push_subscription (workspace_id, user_id);
call raise_wall('push_subscription');

-- The businesses where somebody has not seen what came since.
create function workspaces_with_notices(since timestamptz) returns table (workspace_id uuid)
  language sql stable security definer set search_path = public
begin atomic
  select distinct n.workspace_id from notice n where n.seen_at is null and n.at > since;
end;
revoke execute on function workspaces_with_notices(timestamptz) from public;
grant execute on function workspaces_with_notices(timestamptz) to comptoir_system;
