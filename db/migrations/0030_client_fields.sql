-- What else a business keeps of a client: the usual details, a category, notes, and fields of its own.
alter table client
  add title       text not null default '',
  add birthday    date,
  add category_id uuid;

-- What a number is for; a text message goes to a mobile, a fax to a fax.
alter table contact_point
  add label text not null default '' check (label in ('', 'mobile', 'home', 'work', 'fax'));

-- A field of the business. Taken away, it keeps what was written in it until it is put back.
create table client_field (
  workspace_id uuid not null references workspace,
  id           uuid not null,
  name         text not null check (name <> ''),
  kind         text not null check (kind in (
    'text', 'number', 'date', 'choice', 'choices', 'checkbox', 'email', 'phone', 'address', 'identifier')),
  -- Whether two clients may have the same.
  uniqueness   text not null default 'free' check (uniqueness in ('free', 'unique')),
  position     integer not null default 0,
  removed_at   timestamptz,
  primary key (workspace_id, id)
);
call raise_wall('client_field');

-- What can be chosen in a field. What belongs to no field is a category: each client has at most one.
create table client_choice (
  workspace_id uuid not null references workspace,
  id           uuid not null,
  field_id     uuid,
  name         text not null check (name <> ''),
  tone         text not null default 'neutral'
    check (tone in ('neutral', 'accent', 'warm', 'info', 'plum', 'danger', 'moss')),
  position     integer not null default 0,
  removed_at   timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, field_id, id),
  foreign key (workspace_id, field_id) references client_field
);
call raise_wall('client_choice');

alter table client
  add foreign key (workspace_id, category_id) references client_choice;
create index client_by_category on client (workspace_id, category_id) where category_id is not null;

-- One value of one client, in the column of its kind, so that each kind is compared and sorted as what it is. A number is
-- kept in millionths: exact, and of a type by which an index may be read behind the walls.
create table client_value (
  workspace_id uuid not null,
  client_id    uuid not null,
  field_id     uuid not null,
  said         text,
  -- As it is compared: in small letters, a number in digits.
  compared     text,
  millionths   bigint,
  day          date,
  primary key (workspace_id, client_id, field_id),
  check (num_nonnulls(said, millionths, day) = 1 and (said is null) = (compared is null)),
  foreign key (workspace_id, client_id) references client,
  foreign key (workspace_id, field_id) references client_field
);
create index client_value_said on client_value (workspace_id, field_id, compared, client_id) where compared is not null;
create index client_value_number on client_value (workspace_id, field_id, millionths, client_id)
  where millionths is not null;
create index client_value_day on client_value (workspace_id, field_id, day, client_id) where day is not null;
call raise_wall('client_value');

create table client_chosen (
  workspace_id uuid not null,
  client_id    uuid not null,
  field_id     uuid not null,
  choice_id    uuid not null,
  primary key (workspace_id, client_id, choice_id),
  foreign key (workspace_id, client_id) references client,
  foreign key (workspace_id, field_id, choice_id) references client_choice (workspace_id, field_id, id)
);
create index client_chosen_by_choice on client_chosen (workspace_id, choice_id, client_id);
call raise_wall('client_chosen');

-- What the team should know of a client. The one note of before becomes the first of them.
create table client_note (
  workspace_id uuid not null,
  id           uuid not null,
  client_id    uuid not null,
  author_id    uuid,
  body         text not null check (body <> ''),
  -- Stands above the others.
  pinned_at    timestamptz,
  created_at   timestamptz not null default now(),
  changed_at   timestamptz,
  removed_at   timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, client_id) references client,
  foreign key (workspace_id, author_id) references membership (workspace_id, user_id)
);
create index client_note_of on client_note (workspace_id, client_id, created_at);
call raise_wall('client_note');
insert into client_note (workspace_id, id, client_id, body, pinned_at, created_at)
select workspace_id, gen_random_uuid(), id, note, created_at, created_at from client where note <> '';

-- Who changes a field says what they saw of it: no number of the whole card is needed, nor its one note.
alter table client drop column note, drop column version;

-- A tag that was removed keeps its clients until it is put back.
alter table tag
  add removed_at timestamptz;
alter table tag drop constraint tag_tone_check;
alter table tag
  add constraint tag_tone_check check (tone in ('neutral', 'accent', 'warm', 'info', 'plum', 'danger', 'moss'));

-- A client is found by what stands in the fields of the business too, such as a number of customer.
create or replace function client_words(c client) returns tsvector
  language sql stable set search_path = public
begin atomic
  select search_words(
    concat_ws(' ', c.name, c.company, c.town, emails_of(c.workspace_id, c.id), (
      select string_agg(v.said, ' ') from client_value v
      where v.workspace_id = c.workspace_id and v.client_id = c.id)),
    array['k/client'] || array(
      select distinct 'n/' || form
      from contact_point p, unnest(phone_forms(p.normalised)) form
      where p.workspace_id = c.workspace_id and p.client_id = c.id and p.kind = 'phone'
    )
  );
end;
create trigger findable_made after insert on client_value
  referencing new table as points for each statement execute function want_client_findable();
create trigger findable_changed after update on client_value
  referencing new table as points for each statement execute function want_client_findable();
create trigger findable_gone after delete on client_value
  referencing old table as points for each statement execute function want_client_findable();
