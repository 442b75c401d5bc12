-- A file of a business; its bytes are in the file store under storage_key.
create table file (
  workspace_id uuid not null references workspace,
  id           uuid not null,
  name         text not null,
  media_type   text not null,
  size_bytes   bigint not null check (size_bytes >= 0),
  sha256       bytea not null,
  storage_key  text not null,
  uploaded_by  uuid,
  -- Files nobody kept (an abandoned draft) are swept; what a message holds is kept.
  kept         boolean not null default false,
  created_at   timestamptz not null default now(),
  primary key (workspace_id, id)
);
create index file_to_sweep on file (workspace_id, created_at) where not kept;
call raise_wall('file');
