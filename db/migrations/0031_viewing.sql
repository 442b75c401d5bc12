-- Who of the administrators looked at the business as somebody else of its staff sees it, and from when to when:
-- kept for whoever asks later.
create table viewing (
  workspace_id uuid not null,
  id           uuid not null,
  viewer_id    uuid not null,
  -- Whose eyes were lent.
  member_id    uuid not null check (member_id <> viewer_id),
  began_at     timestamptz not null default now(),
  ended_at     timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, viewer_id) references membership (workspace_id, user_id),
  foreign key (workspace_id, member_id) references membership (workspace_id, user_id)
);
create index viewing_by_time on viewing (workspace_id, began_at desc, id desc);
call raise_wall('viewing');
