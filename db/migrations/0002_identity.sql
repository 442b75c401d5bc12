create table workspace (
  workspace_id uuid primary key,
  slug         text not null unique check (slug ~ '^[a-z0-9]([a-z0-9-]{0,46}[a-z0-9])?$'),
  name         text not null check (name <> ''),
  locale       text not null default 'fr' check (locale in ('fr', 'nl', 'en')),
  time_zone    text not null default 'Europe/Paris',
  currency     text not null default 'EUR',
  example      boolean not null default false,
  created_at   timestamptz not null default now()
);
call raise_wall('workspace');

-- A person of the installation; "user" is a reserved word of SQL.
create table app_user (
  id            uuid primary key,
  email         text not null unique check (email = lower(email) and email like '%_@_%'),
  name          text not null check (name <> ''),
  password_hash text,
  locale        text not null default 'fr' check (locale in ('fr', 'nl', 'en')),
  created_at    timestamptz not null default now()
);

create table membership (
  workspace_id uuid not null references workspace,
  user_id      uuid not null references app_user,
  role         text not null check (role in ('owner', 'admin', 'member', 'delegate')),
  disabled_at  timestamptz,
  created_at   timestamptz not null default now(),
  primary key (workspace_id, user_id)
);
create index membership_of_user on membership (user_id);
call raise_wall('membership');

-- The app role may read the people of its workspace, never their password.
alter table app_user enable row level security;
create policy wall on app_user to comptoir_app
  using (exists (select from membership m where m.user_id = app_user.id));
grant select (id, email, name, locale) on app_user to comptoir_app;

-- Only the SHA-256 of a token is kept: a read of this table gives no usable session.
create table session (
  token_hash   bytea primary key,
  id           uuid not null unique,
  user_id      uuid not null references app_user on delete cascade,
  expires_at   timestamptz not null,
  created_at   timestamptz not null default now(),
  last_used_at timestamptz not null default now(),
  user_agent   text not null default '',
  ip           text not null default ''
);
create index session_of_user on session (user_id);

create table invitation (
  workspace_id uuid not null references workspace,
  id           uuid not null,
  email        text not null check (email = lower(email)),
  role         text not null check (role in ('admin', 'member', 'delegate')),
  token_hash   bytea not null unique,
  invited_by   uuid not null references app_user,
  expires_at   timestamptz not null,
  accepted_at  timestamptz,
  withdrawn_at timestamptz,
  created_at   timestamptz not null default now(),
  primary key (workspace_id, id)
);
create unique index invitation_pending on invitation (workspace_id, email)
  where accepted_at is null and withdrawn_at is null;
call raise_wall('invitation');

create table password_reset (
  token_hash bytea primary key,
  user_id    uuid not null references app_user on delete cascade,
  expires_at timestamptz not null,
  created_at timestamptz not null default now()
);

-- What the system role may ask: sign-in and its bookkeeping. Each function answers the little that is needed.

-- Asked by every request: in this language its plan is kept.
create function session_of(token bytea)
  returns table (id uuid, user_id uuid, expires_at timestamptz, last_used_at timestamptz,
                 email text, name text, locale text, memberships jsonb)
  language plpgsql stable security definer set search_path = public as $$
begin
  return query
  select s.id, s.user_id, s.expires_at, s.last_used_at, u.email, u.name, u.locale,
         coalesce((select jsonb_agg(jsonb_build_object(
                     'workspaceId', w.workspace_id, 'slug', w.slug, 'name', w.name, 'role', m.role) order by w.name)
                   from membership m join workspace w on w.workspace_id = m.workspace_id
                   where m.user_id = u.id and m.disabled_at is null), '[]')
  from session s
  join app_user u on u.id = s.user_id
  where s.token_hash = token;
end $$;

create function open_session(token bytea, session_id uuid, of_user uuid, until timestamptz, agent text, from_ip text)
  returns void language sql security definer set search_path = public
begin atomic
  insert into session (token_hash, id, user_id, expires_at, user_agent, ip)
  values (token, session_id, of_user, until, agent, from_ip);
end;

create function prolong_session(token bytea, until timestamptz) returns void
  language sql security definer set search_path = public
begin atomic
  update session set expires_at = until where token_hash = token;
end;

create function use_session(token bytea, from_ip text) returns void
  language sql security definer set search_path = public
begin atomic
  update session set last_used_at = now(), ip = from_ip where token_hash = token;
end;

create function close_session(token bytea) returns void
  language sql security definer set search_path = public
begin atomic
  delete from session where token_hash = token;
end;

create function sessions_of_user(of_user uuid)
  returns table (id uuid, created_at timestamptz, last_used_at timestamptz, expires_at timestamptz, user_agent text, ip text)
  language sql stable security definer set search_path = public
begin atomic
  select s.id, s.created_at, s.last_used_at, s.expires_at, s.user_agent, s.ip
  from session s
  where s.user_id = of_user and s.expires_at > now()
  order by s.last_used_at desc;
end;

-- One session of the user, or with null all of them but the one kept; answers the ids that were closed.
create function revoke_sessions(of_user uuid, session_id uuid, kept uuid) returns setof uuid
  language sql security definer set search_path = public
begin atomic
  delete from session s
  where s.user_id = of_user and (session_id is null or s.id = session_id) and s.id is distinct from kept
  returning s.id;
end;

create function sweep_sessions() returns void
  language sql security definer set search_path = public
begin atomic
  delete from session where expires_at < now();
  delete from password_reset where expires_at < now();
end;

create function credentials_of(of_email text) returns table (user_id uuid, name text, locale text, password_hash text)
  language sql stable security definer set search_path = public
begin atomic
  select u.id, u.name, u.locale, u.password_hash from app_user u where u.email = lower(of_email);
end;

create function password_hash_of(of_user uuid) returns text
  language sql stable security definer set search_path = public
begin atomic
  select u.password_hash from app_user u where u.id = of_user;
end;

create function create_user(new_id uuid, new_email text, new_name text, new_hash text, new_locale text) returns void
  language sql security definer set search_path = public
begin atomic
  insert into app_user (id, email, name, password_hash, locale)
  values (new_id, lower(new_email), new_name, new_hash, new_locale);
end;

create function set_password(of_user uuid, new_hash text) returns void
  language sql security definer set search_path = public
begin atomic
  update app_user set password_hash = new_hash where id = of_user;
end;

create function change_user(of_user uuid, new_name text, new_locale text) returns void
  language sql security definer set search_path = public
begin atomic
  update app_user set name = new_name, locale = new_locale where id = of_user;
end;

create function workspaces_of_user(of_user uuid) returns setof uuid
  language sql stable security definer set search_path = public
begin atomic
  select m.workspace_id from membership m where m.user_id = of_user and m.disabled_at is null;
end;

create function workspace_by_slug(of_slug text) returns uuid
  language sql stable security definer set search_path = public
begin atomic
  select w.workspace_id from workspace w where w.slug = of_slug;
end;

create function workspaces() returns table (workspace_id uuid, example boolean)
  language sql stable security definer set search_path = public
begin atomic
  select w.workspace_id, w.example from workspace w order by w.created_at;
end;

create function invitation_by_token(token bytea)
  returns table (workspace_id uuid, id uuid, email text, role text, workspace_name text, slug text, locale text,
                 inviter text, user_id uuid)
  language sql stable security definer set search_path = public
begin atomic
  select i.workspace_id, i.id, i.email, i.role, w.name, w.slug, w.locale, b.name, u.id
  from invitation i
  join workspace w on w.workspace_id = i.workspace_id
  join app_user b on b.id = i.invited_by
  left join app_user u on u.email = i.email
  where i.token_hash = token and i.accepted_at is null and i.withdrawn_at is null and i.expires_at > now();
end;

create function open_password_reset(token bytea, of_user uuid, until timestamptz) returns void
  language sql security definer set search_path = public
begin atomic
  delete from password_reset where user_id = of_user;
  insert into password_reset (token_hash, user_id, expires_at) values (token, of_user, until);
end;

create function password_reset_of(token bytea) returns table (user_id uuid, email text)
  language sql stable security definer set search_path = public
begin atomic
  select r.user_id, u.email
  from password_reset r
  join app_user u on u.id = r.user_id
  where r.token_hash = token and r.expires_at > now();
end;

-- A token serves once: whoever deletes the row has it.
create function take_password_reset(token bytea) returns uuid
  language sql security definer set search_path = public
begin atomic
  delete from password_reset r where r.token_hash = token and r.expires_at > now() returning r.user_id;
end;

-- The example business can be thrown away whole; a real one cannot. Tables made later refer to earlier ones,
-- so the newest is emptied first.
create function erase_example(of_workspace uuid) returns void
  language plpgsql security definer set search_path = public as $$
declare
  walled regclass;
  people uuid[];
begin
  if not exists (select from workspace where workspace_id = of_workspace and example) then
    raise exception 'not an example workspace';
  end if;
  select array_agg(user_id) into people from membership where workspace_id = of_workspace;
  for walled in
    select c.oid::regclass from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
    order by c.oid desc
  loop
    execute format('delete from %s where workspace_id = $1', walled) using of_workspace;
  end loop;
  delete from session where user_id = any (people);
  delete from app_user u where u.id = any (people) and not exists (select from membership m where m.user_id = u.id);
end $$;

grant execute on all functions in schema public to comptoir_system;
