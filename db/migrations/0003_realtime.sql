-- The log of facts. The counter row's lock makes seq follow commit order, so a cursor never skips an event.
create table event_counter (
  workspace_id uuid primary key references workspace,
  last_seq     bigint not null default 0,
  -- A cursor below the floor cannot be served from the log and starts again.
  floor_seq    bigint not null default 0
) with (fillfactor = 50);
call raise_wall('event_counter');

create table event (
  workspace_id uuid not null references workspace,
  seq          bigint not null,
  name         text not null,
  rooms        text[] not null check (cardinality(rooms) > 0),
  data         jsonb not null,
  actor_id     uuid,
  client_id    uuid,
  at           timestamptz not null default now(),
  primary key (workspace_id, seq)
);
create index event_age on event (workspace_id, at);
call raise_wall('event');

-- A command acknowledged once is there once: its twin gets the stored result.
create table command (
  workspace_id uuid not null references workspace,
  id           uuid not null,
  actor_id     uuid not null,
  name         text not null,
  input_hash   bytea not null,
  result       jsonb,
  at           timestamptz not null default now(),
  primary key (workspace_id, id)
);
create index command_age on command (workspace_id, at);
call raise_wall('command');

-- What the tail asks each second of the workspaces somebody here listens to.
create function event_heads(of_workspaces uuid[]) returns table (workspace_id uuid, last_seq bigint)
  language sql stable security definer set search_path = public
begin atomic
  select c.workspace_id, c.last_seq from event_counter c where c.workspace_id = any (of_workspaces);
end;

grant execute on function event_heads(uuid[]) to comptoir_system;
