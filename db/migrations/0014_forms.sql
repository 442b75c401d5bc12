-- Where the visitor was who filled in the form: the page of the business's own site.
alter table conversation
  add source_url text;

-- The form a business puts on its site; until it is first kept there is none, and the page says that it is closed.
-- Empty words stand for the usual ones, in the language of whoever reads.
create table form (
  workspace_id         uuid primary key references workspace,
  state                text not null default 'off' check (state in ('on', 'off')),
  title                text not null default '',
  intro                text not null default '',
  -- Read and written whole, in the order of the page.
  fields               jsonb not null,
  files                text not null default 'refused' check (files in ('allowed', 'refused')),
  thanks               text not null default '',
  acknowledgement      text not null default 'off' check (acknowledgement in ('on', 'off')),
  acknowledgement_text text not null default '',
  -- Where answers leave from; null is the default one.
  mailbox_id           uuid,
  version              integer not null default 1,
  foreign key (workspace_id, mailbox_id) references mailbox
);
call raise_wall('form');

-- What was sent from a page that was shown: its id is that of the page, so that it is sent once. Kept for as long as
-- such a page is taken, and for the limits of acknowledgements.
create table form_submission (
  workspace_id    uuid not null references workspace,
  id              uuid not null,
  -- Whether a second one from the same page says the same.
  input_hash      bytea not null,
  email           text check (email = lower(email)),
  acknowledged_at timestamptz,
  at              timestamptz not null default now(),
  primary key (workspace_id, id)
);
create index form_submission_of_sender on form_submission (workspace_id, email, at) where email is not null;
create index form_submission_to_sweep on form_submission (workspace_id, at);
call raise_wall('form_submission');
