-- What somebody is writing in a dialog: the beginning of a conversation, or a letter to somebody outside about what was
-- said in one. It is their own, as a draft is, and goes with its sending.
create table unsent_letter (
  workspace_id uuid not null,
  user_id      uuid not null,
  about        text not null check (about in ('beginning', 'message', 'conversation', 'answer')),
  -- The message or the conversation it is about; of a beginning, the conversation it will be. No foreign key: what a
  -- beginning names is not there yet, and a message goes to another conversation without its letters being told.
  about_id     uuid not null,
  mailbox_id   uuid,
  -- To whom a beginning is: somebody known, or somebody to be made; the address as it stands there, half or whole.
  client_id    uuid,
  client_name  text,
  address      text not null default '',
  recipients   jsonb,
  subject      text not null default '',
  body_html    text not null default '',
  file_ids     uuid[] not null default '{}',
  signature    text not null default 'with' check (signature in ('with', 'without')),
  version      integer not null default 1,
  updated_at   timestamptz not null default now(),
  primary key (workspace_id, user_id, about, about_id),
  foreign key (workspace_id, user_id) references membership (workspace_id, user_id),
  foreign key (workspace_id, mailbox_id) references mailbox on delete set null (mailbox_id),
  foreign key (workspace_id, client_id) references client on delete set null (client_id),
  check (client_id is null or client_name is null)
);
-- Two that go together take what was being written about them along.
create index unsent_letter_about on unsent_letter (workspace_id, about_id);
call raise_wall('unsent_letter');
