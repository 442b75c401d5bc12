-- When somebody of the staff is away, and who looks after what is theirs meanwhile. One at a time: the next replaces it.
create table absence (
  workspace_id   uuid not null,
  user_id        uuid not null,
  from_on        date not null,
  -- The last day away.
  until_on       date not null check (until_on >= from_on),
  replacement_id uuid check (replacement_id <> user_id),
  primary key (workspace_id, user_id),
  foreign key (workspace_id, user_id) references membership (workspace_id, user_id),
  foreign key (workspace_id, replacement_id) references membership (workspace_id, user_id)
);
call raise_wall('absence');
