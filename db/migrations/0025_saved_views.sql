-- A filter put on a view and kept under a name, by somebody for themselves or for the whole team.
create table saved_view (
  workspace_id uuid not null references workspace,
  id           uuid not null,
  -- Whose it is; null is the team's.
  owner_id     uuid,
  name         text not null check (name <> ''),
  -- The view it narrows, by its name.
  view         text not null check (view <> ''),
  filter       jsonb not null check (jsonb_typeof(filter) = 'object'),
  position     integer not null default 0,
  primary key (workspace_id, id),
  foreign key (workspace_id, owner_id) references membership (workspace_id, user_id)
);
create index saved_view_of on saved_view (workspace_id, owner_id, position);
call raise_wall('saved_view');

-- The page whose form was filled in, without what its address carries besides: what one filters by. `pageOf` of the
-- contract says the same.
alter table conversation
  add source_page text generated always as (
    left(regexp_replace(regexp_replace(source_url, '^https?://(www\.)?', ''), '/?([?#].*)?$', ''), 300)) stored;
create index conversation_by_page on conversation (workspace_id, source_page, top_at desc, id desc)
  where source_page is not null;
create index conversation_subject_trigram on conversation using gin (subject gin_trgm_ops);
-- E-mail is everywhere; what came another way is looked for.
create index message_by_channel on message (workspace_id, channel, conversation_id) where channel <> 'email';

-- Conversations whose subject, or whose client's name, e-mail or phone, holds these words: at most so many, any of them.
create function conversations_with_words(words text, most integer) returns table (conversation_id uuid)
  language sql stable security definer set search_path = public
begin atomic
  select found.id from (
    (select c.id from conversation c
     where c.workspace_id = current_workspace() and c.subject ilike '%' || words || '%'
     limit most)
    union
    (select c.id from search_clients(words, most) s
     cross join lateral (
       select v.id from conversation v
       where v.workspace_id = current_workspace() and v.client_id = s.client_id
       limit most) c
     limit most)
  ) found
  limit most;
end;
grant execute on function conversations_with_words(text, integer) to comptoir_app;
