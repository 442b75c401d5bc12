-- A text somebody keeps to write it again: for themselves, or for the whole team.
create table template (
  workspace_id uuid not null references workspace,
  id           uuid not null,
  -- Whose it is; null is the team's.
  owner_id     uuid,
  name         text not null check (name <> ''),
  category     text not null default '',
  -- Our rich text; what is filled in when it is put into a message stands in it as elements named after their variable.
  body_html    text not null,
  -- What is written where a variable has no value, by its name.
  fallbacks    jsonb not null default '{}' check (jsonb_typeof(fallbacks) = 'object'),
  use_count    integer not null default 0,
  last_used_at timestamptz,
  version      integer not null default 1,
  -- Kept, so that it can come back.
  removed_at   timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, owner_id) references membership (workspace_id, user_id)
);
create index template_of on template (workspace_id, owner_id) where removed_at is null;
call raise_wall('template');

-- The files that go with it. They stay its own when it is removed: a draft may hold them.
create table template_file (
  workspace_id uuid not null,
  template_id  uuid not null,
  file_id      uuid not null,
  position     integer not null,
  primary key (workspace_id, template_id, file_id),
  foreign key (workspace_id, template_id) references template on delete cascade,
  foreign key (workspace_id, file_id) references file
);
-- Whether somebody may open a file is asked from the file.
create index template_file_of_file on template_file (workspace_id, file_id);
call raise_wall('template_file');

-- What a mail ends with: a member's own, unless its mailbox prescribes one to all who write from it.
alter table membership
  add signature_html text not null default '';
alter table mailbox
  add signature_html text not null default '';

-- Whether a reply shall end with the signature of its writer.
alter table draft
  add signature text not null default 'with' check (signature in ('with', 'without'));

-- The signature a message left with, as it was filled in then; null: none.
alter table message
  add signature_html text;

-- What the business is called on: for what it writes to clients.
alter table workspace
  add phone text not null default '';
