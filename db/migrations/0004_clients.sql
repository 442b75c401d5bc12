create table client (
  workspace_id uuid not null references workspace,
  id           uuid not null,
  name         text not null check (name <> ''),
  company      text not null default '',
  street       text not null default '',
  postal_code  text not null default '',
  town         text not null default '',
  country      text not null default '',
  note         text not null default '',
  -- Set the first time the client enters the portal; before it nothing is addressed to them live.
  portal_since timestamptz,
  version      integer not null default 1,
  created_at   timestamptz not null default now(),
  primary key (workspace_id, id)
);
create index client_by_name on client (workspace_id, name, id);
call raise_wall('client');

-- Families share an address, so a contact point is not unique; intake picks the client who last wrote from it.
create table contact_point (
  workspace_id uuid not null,
  id           uuid not null,
  client_id    uuid not null,
  kind         text not null check (kind in ('email', 'phone')),
  value        text not null check (value <> ''),
  normalised   text not null check (normalised <> ''),
  position     integer not null default 0,
  last_used_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, client_id, kind, normalised),
  foreign key (workspace_id, client_id) references client
);
create index contact_point_value on contact_point (workspace_id, kind, normalised, last_used_at desc);
call raise_wall('contact_point');

create table tag (
  workspace_id uuid not null references workspace,
  id           uuid not null,
  name         text not null check (name <> ''),
  tone         text not null default 'neutral' check (tone in ('neutral', 'accent', 'warm', 'info', 'plum', 'danger')),
  primary key (workspace_id, id)
);
create unique index tag_name on tag (workspace_id, lower(name));
call raise_wall('tag');

create table client_tag (
  workspace_id uuid not null,
  client_id    uuid not null,
  tag_id       uuid not null,
  primary key (workspace_id, client_id, tag_id),
  foreign key (workspace_id, client_id) references client,
  foreign key (workspace_id, tag_id) references tag
);
create index client_tag_by_tag on client_tag (workspace_id, tag_id);
call raise_wall('client_tag');

-- A client's own session in the portal.
create table client_session (
  workspace_id uuid not null,
  token_hash   bytea not null unique,
  client_id    uuid not null,
  expires_at   timestamptz not null,
  created_at   timestamptz not null default now(),
  primary key (workspace_id, token_hash),
  foreign key (workspace_id, client_id) references client
);
create index client_session_of_client on client_session (workspace_id, client_id);
call raise_wall('client_session');

create function client_of_session(token bytea) returns table (workspace_id uuid, client_id uuid)
  language sql stable security definer set search_path = public
begin atomic
  select s.workspace_id, s.client_id from client_session s where s.token_hash = token and s.expires_at > now();
end;

-- Client names are searched by trigram behind the wall: the operator is not leakproof, so the wall is inside.
create index client_name_trigram on client using gin (name gin_trgm_ops);
create index contact_point_trigram on contact_point using gin (normalised gin_trgm_ops);
create function search_clients(words text, most integer) returns table (client_id uuid)
  language sql stable security definer set search_path = public
begin atomic
  select found.id from (
    select c.id, c.name from client c
    where c.workspace_id = current_workspace() and c.name ilike '%' || words || '%'
    union
    select c.id, c.name from contact_point p
    join client c on c.workspace_id = p.workspace_id and c.id = p.client_id
    where p.workspace_id = current_workspace() and p.normalised ilike '%' || words || '%'
  ) found
  order by found.name, found.id
  limit most;
end;

grant execute on function client_of_session(bytea) to comptoir_system;
grant execute on function search_clients(text, integer) to comptoir_app;
