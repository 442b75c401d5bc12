-- One matter with one client. The row holds all a list shows of it.
create table conversation (
  workspace_id   uuid not null references workspace,
  id             uuid not null,
  client_id      uuid not null,
  client_name    text not null,
  subject        text not null default '',
  state          text not null default 'open' check (state in ('open', 'archived')),
  source         text not null default 'email' check (source in ('email', 'sms', 'form', 'portal', 'staff')),
  assignee_id    uuid,
  mailbox_id     uuid,
  -- The number of the last message or note: what a reply must have seen.
  last_seq       integer not null default 0,
  last_at        timestamptz not null default now(),
  last_preview   text not null default '',
  last_direction text not null default 'in' check (last_direction in ('in', 'out', 'note')),
  -- Set while the last word is the client's.
  waiting_since  timestamptz,
  -- Set while a message of ours failed or has an unknown outcome.
  failed_at      timestamptz,
  created_at     timestamptz not null default now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, client_id) references client,
  foreign key (workspace_id, assignee_id) references membership (workspace_id, user_id),
  foreign key (workspace_id, mailbox_id) references mailbox
) with (fillfactor = 80);
create index conversation_list on conversation (workspace_id, state, last_at desc, id desc);
create index conversation_list_by_assignee on conversation (workspace_id, assignee_id, state, last_at desc, id desc);
create index conversation_of_client on conversation (workspace_id, client_id, last_at desc, id desc);
call raise_wall('conversation');

-- Everybody who has written in a conversation or was written to: half of what a mail needs to join it.
create table participant (
  workspace_id    uuid not null,
  conversation_id uuid not null,
  address         text not null check (address = lower(address)),
  primary key (workspace_id, conversation_id, address),
  foreign key (workspace_id, conversation_id) references conversation
);
call raise_wall('participant');

-- Every Message-ID seen in or quoted by a conversation's mail: the other half.
create table mail_reference (
  workspace_id    uuid not null,
  mail_id         text not null,
  conversation_id uuid not null,
  primary key (workspace_id, mail_id, conversation_id),
  foreign key (workspace_id, conversation_id) references conversation
);
call raise_wall('mail_reference');

create table message (
  workspace_id     uuid not null,
  id               uuid not null,
  conversation_id  uuid not null,
  seq              integer not null,
  direction        text not null check (direction in ('in', 'out')),
  channel          text not null check (channel in ('email', 'sms', 'portal', 'form')),
  user_id          uuid,
  client_id        uuid,
  author_name      text not null,
  subject          text not null default '',
  body_text        text not null default '',
  -- Sanitised; null where there is only text.
  body_html        text,
  quoted_text      text not null default '',
  remote_images    integer not null default 0,
  mail_id          text,
  incoming_mail_id uuid,
  mailbox_id       uuid,
  at               timestamptz not null default now(),
  primary key (workspace_id, id),
  unique (workspace_id, conversation_id, seq),
  foreign key (workspace_id, conversation_id) references conversation,
  foreign key (workspace_id, user_id) references membership (workspace_id, user_id),
  foreign key (workspace_id, client_id) references client,
  foreign key (workspace_id, incoming_mail_id) references incoming_mail
);
call raise_wall('message');

-- Internal words stand in a table of their own, so that no view for clients can reach them.
create table note (
  workspace_id    uuid not null,
  id              uuid not null,
  conversation_id uuid not null,
  seq             integer not null,
  user_id         uuid not null,
  author_name     text not null,
  body_text       text not null check (body_text <> ''),
  at              timestamptz not null default now(),
  primary key (workspace_id, id),
  unique (workspace_id, conversation_id, seq),
  foreign key (workspace_id, conversation_id) references conversation,
  foreign key (workspace_id, user_id) references membership (workspace_id, user_id)
);
call raise_wall('note');

-- What happened to a conversation that nobody wrote: confided, archived, reopened.
create table entry (
  workspace_id    uuid not null,
  id              uuid not null,
  conversation_id uuid not null,
  kind            text not null check (kind in ('assigned', 'unassigned', 'archived', 'reopened')),
  user_id         uuid,
  actor_name      text not null default '',
  ref_id          uuid,
  summary         text not null default '',
  at              timestamptz not null default now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, conversation_id) references conversation
);
create index entry_of_conversation on entry (workspace_id, conversation_id, at, id);
call raise_wall('entry');

create table attachment (
  workspace_id uuid not null,
  message_id   uuid not null,
  file_id      uuid not null,
  position     integer not null,
  content_id   text,
  inline       boolean not null default false,
  primary key (workspace_id, message_id, file_id),
  foreign key (workspace_id, message_id) references message,
  foreign key (workspace_id, file_id) references file
);
-- Whether somebody may open a file is asked from the file.
create index attachment_of_file on attachment (workspace_id, file_id);
call raise_wall('attachment');

alter table delivery
  add foreign key (workspace_id, conversation_id) references conversation,
  add foreign key (workspace_id, message_id) references message;

-- Sparse: a row only while somebody has something unread, so a new member starts with none.
create table unread (
  workspace_id    uuid not null,
  user_id         uuid not null,
  conversation_id uuid not null,
  messages        integer not null check (messages > 0),
  -- Follows the conversation's last_at, so that the unread view is one index scan.
  last_at         timestamptz not null,
  primary key (workspace_id, user_id, conversation_id),
  foreign key (workspace_id, conversation_id) references conversation,
  foreign key (workspace_id, user_id) references membership (workspace_id, user_id)
);
create index unread_list on unread (workspace_id, user_id, last_at desc, conversation_id desc);
create index unread_of_conversation on unread (workspace_id, conversation_id);
call raise_wall('unread');

create table draft (
  workspace_id    uuid not null,
  conversation_id uuid not null,
  user_id         uuid not null,
  kind            text not null check (kind in ('reply', 'note')),
  body_html       text not null default '',
  file_ids        uuid[] not null default '{}',
  base_seq        integer not null default 0,
  version         integer not null default 1,
  updated_at      timestamptz not null default now(),
  primary key (workspace_id, conversation_id, user_id),
  foreign key (workspace_id, conversation_id) references conversation,
  foreign key (workspace_id, user_id) references membership (workspace_id, user_id)
);
call raise_wall('draft');

-- Exact counts of the built-in views, kept from old to new in the transaction that moves them. Scopes: open,
-- archived, unassigned, to_sort; for one user open:<id>, archived:<id> (assigned to them) and unread:<id>.
create table view_count (
  workspace_id uuid not null references workspace,
  scope        text not null,
  n            integer not null default 0,
  primary key (workspace_id, scope)
) with (fillfactor = 50);
call raise_wall('view_count');

create function move_count(of_workspace uuid, of_scope text, by integer) returns void
  language sql
begin atomic
  insert into view_count as v (workspace_id, scope, n) values (of_workspace, of_scope, by)
  on conflict (workspace_id, scope) do update set n = v.n + excluded.n;
end;

create function conversation_scopes(state text, assignee_id uuid) returns text[]
  language sql immutable
  return case
    when state = 'open' and assignee_id is null then array['open', 'unassigned']
    when assignee_id is null then array[state]
    else array[state, state || ':' || assignee_id]
  end;

create function count_conversation() returns trigger language plpgsql as $$
declare
  was text[] := case when tg_op = 'INSERT' then '{}' else conversation_scopes(old.state, old.assignee_id) end;
  is_now text[] := case when tg_op = 'DELETE' then '{}' else conversation_scopes(new.state, new.assignee_id) end;
  moved record;
begin
  -- Always in the order of the names, so that two transactions never wait for each other.
  for moved in
    select s.scope, sum(s.step)::integer as step
    from (select unnest(was) as scope, -1 as step union all select unnest(is_now), 1) s
    group by s.scope
    having sum(s.step) <> 0
    order by s.scope
  loop
    perform move_count(coalesce(new.workspace_id, old.workspace_id), moved.scope, moved.step);
  end loop;
  return null;
end $$;
create trigger count_conversation_made after insert or delete on conversation
  for each row execute function count_conversation();
create trigger count_conversation_moved after update on conversation
  for each row when (old.state is distinct from new.state or old.assignee_id is distinct from new.assignee_id)
  execute function count_conversation();

create function count_unread() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    perform move_count(new.workspace_id, 'unread:' || new.user_id, 1);
  else
    perform move_count(old.workspace_id, 'unread:' || old.user_id, -1);
  end if;
  return null;
end $$;
create trigger count_unread after insert or delete on unread for each row execute function count_unread();

create function count_to_sort() returns trigger language plpgsql as $$
begin
  perform move_count(new.workspace_id, 'to_sort', case when new.state = 'to_sort' then 1 else -1 end);
  return null;
end $$;
create trigger count_to_sort_made after insert on incoming_mail
  for each row when (new.state = 'to_sort') execute function count_to_sort();
create trigger count_to_sort_moved after update on incoming_mail
  for each row when ((old.state = 'to_sort') <> (new.state = 'to_sort')) execute function count_to_sort();

grant execute on function move_count(uuid, text, integer), conversation_scopes(text, uuid),
  count_conversation(), count_unread(), count_to_sort() to comptoir_app;
