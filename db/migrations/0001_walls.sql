-- The walls between businesses. The app role serves requests and sees only the rows of the workspace named in
-- the setting app.workspace; the system role routes (sign-in, mail, delivery, tail) and may only call functions
-- that answer with a workspace and ids. Both are given a password by the start of the server.

do $$
begin
  if not exists (select from pg_roles where rolname = 'comptoir_app') then
    create role comptoir_app nologin;
  end if;
  if not exists (select from pg_roles where rolname = 'comptoir_system') then
    create role comptoir_system nologin;
  end if;
end $$;

create extension if not exists unaccent;
create extension if not exists pg_trgm;
create extension if not exists btree_gist;

grant usage on schema public to comptoir_app, comptoir_system;
alter default privileges revoke execute on functions from public;

-- The coarse jobs keep their queue in a schema of their own; it holds ids only.
create schema pgboss;
grant usage, create on schema pgboss to comptoir_system;

create function current_workspace() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('app.workspace', true), '')::uuid;

grant execute on function current_workspace() to comptoir_app, comptoir_system;

-- Puts the wall around a table: the app role meets only rows of the current workspace.
create procedure raise_wall(guarded regclass)
  language plpgsql as $$
begin
  execute format('alter table %s enable row level security', guarded);
  execute format(
    'create policy wall on %s to comptoir_app using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()))',
    guarded
  );
  execute format('grant select, insert, update, delete on %s to comptoir_app', guarded);
end $$;
