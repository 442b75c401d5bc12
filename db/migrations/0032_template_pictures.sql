-- A picture stands in the words of a kept text, not among the files that go with it.
alter table template_file
  add inline boolean not null default false;
-- What was removed goes for good once nobody asks for it back.
create index template_removed on template (workspace_id, removed_at) where removed_at is not null;

-- The pictures of what a member's own mails end with: the logo of the business.
create table own_signature_picture (
  workspace_id uuid not null,
  user_id      uuid not null,
  file_id      uuid not null,
  primary key (workspace_id, user_id, file_id),
  foreign key (workspace_id, user_id) references membership (workspace_id, user_id) on delete cascade,
  foreign key (workspace_id, file_id) references file
);
-- Whether somebody may open a file is asked from the file.
create index own_signature_picture_of_file on own_signature_picture (workspace_id, file_id);
call raise_wall('own_signature_picture');

-- The same of what a mailbox prescribes: all who write from it send them.
create table mailbox_signature_picture (
  workspace_id uuid not null,
  mailbox_id   uuid not null,
  file_id      uuid not null,
  primary key (workspace_id, mailbox_id, file_id),
  foreign key (workspace_id, mailbox_id) references mailbox on delete cascade,
  foreign key (workspace_id, file_id) references file
);
create index mailbox_signature_picture_of_file on mailbox_signature_picture (workspace_id, file_id);
call raise_wall('mailbox_signature_picture');
