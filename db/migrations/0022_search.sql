-- Search over clients, conversations, messages and notes. Making these tables takes no time and locks nothing for long;
-- what a business wrote before is made findable afterwards by the server, newest first, in parts of 500, and the search
-- says so as long as it lasts.
create extension if not exists btree_gin;

-- Without accents: as it is written, and by the stems of three languages.
create text search configuration search_plain (copy = simple);
alter text search configuration search_plain
  alter mapping for asciiword, word, asciihword, hword, hword_asciipart, hword_part with unaccent, simple;
create text search configuration search_french (copy = french);
alter text search configuration search_french
  alter mapping for asciiword, word, asciihword, hword, hword_asciipart, hword_part with unaccent, french_stem;
create text search configuration search_dutch (copy = dutch);
alter text search configuration search_dutch
  alter mapping for asciiword, word, asciihword, hword, hword_asciipart, hword_part with unaccent, dutch_stem;
create text search configuration search_english (copy = english);
alter text search configuration search_english
  alter mapping for asciiword, word, asciihword, hword, hword_asciipart, hword_part with unaccent, english_stem;

-- One row for each thing that can be found, beside it: a column of its own would rewrite every message.
create table searchable (
  workspace_id    uuid not null references workspace,
  id              uuid not null,
  kind            text not null check (kind in ('client', 'conversation', 'message', 'note')),
  conversation_id uuid,
  client_id       uuid,
  at              timestamptz not null,
  -- Weeks since 1970: what thousands of messages say is looked for from the newest week on.
  week            integer not null
    generated always as (floor(extract(epoch from at at time zone 'UTC') / 604800)::integer) stored,
  -- Words as they are written; stems after ~; who wrote after f/, to whom after t/; numbers of clients after n/.
  words           tsvector not null,
  -- In the order of writing: which words are learned already.
  written_at      timestamptz not null default clock_timestamp(),
  primary key (workspace_id, id, kind),
  check ((kind = 'client') = (client_id is not null) and (kind <> 'client') = (conversation_id is not null))
);
create index searchable_words on searchable using gin (workspace_id, week, words);
create index searchable_of_conversation on searchable (workspace_id, conversation_id);
create index searchable_of_client on searchable (workspace_id, client_id) where client_id is not null;
create index searchable_week on searchable (workspace_id, week);
create index searchable_written on searchable (workspace_id, written_at);
call raise_wall('searchable');

-- The business's own words, by which a slip of the fingers is mended. Learned in parts: each night, and whenever a
-- search finds nothing; no message waits for it.
create table search_word (
  workspace_id uuid not null references workspace,
  word         text not null collate "C",
  n            integer not null,
  primary key (workspace_id, word)
);
create index search_word_trigram on search_word using gin (workspace_id, word gin_trgm_ops);
call raise_wall('search_word');

create table search_state (
  workspace_id uuid primary key references workspace,
  learned_until timestamptz not null default '-infinity',
  -- What is being made findable of what was there before; null once it is done.
  filling      text check (filling in ('client', 'conversation', 'note', 'message')),
  -- From the newest on.
  filled_from  uuid not null default 'ffffffff-ffff-ffff-ffff-ffffffffffff'
);
create index search_state_filling on search_state (workspace_id) where filling is not null;
call raise_wall('search_state');
insert into search_state (workspace_id, filling) select workspace_id, 'client' from workspace;

-- Whatever stands between words is a space, so that half an address is found too; a book is not read to its end.
create function search_text(said text) returns text
  language sql immutable parallel safe
  return translate(left(said, 30000), '@./_+:=''’-', '          ');

create function search_plain(said text) returns text[]
  language sql immutable parallel safe set search_path = public
  return array(
    select word from unnest(tsvector_to_array(to_tsvector('search_plain', search_text(said)))) word
    where length(word) <= 60
  );

create function search_words(said text, marks text[]) returns tsvector
  language sql immutable parallel safe set search_path = public
  return array_to_tsvector(array(
    select word from unnest(tsvector_to_array(to_tsvector('search_plain', search_text(said)))) word
    where length(word) <= 60
    union
    select '~' || stem from unnest(
      tsvector_to_array(to_tsvector('search_french', search_text(said)))
      || tsvector_to_array(to_tsvector('search_dutch', search_text(said)))
      || tsvector_to_array(to_tsvector('search_english', search_text(said)))
    ) stem
    where length(stem) <= 60 and stem !~ '^[0-9]'
    union
    select mark from unnest(marks) mark
  ));

create function search_marks(before text, said text) returns text[]
  language sql immutable parallel safe set search_path = public
  return array(select before || word from unnest(search_plain(said)) word);

-- A number however it is written: without its zeros, and without the country where one is said.
create function phone_forms(written text) returns text[]
  language sql immutable parallel safe
  return (
    select array(
      select distinct form
      from (values
        (bare),
        (case when written ~ '^\s*(\+|00)' or (written !~ '^\s*0' and length(bare) >= 10)
          then regexp_replace(bare, '^(33|32|31|352|351|41|44|49|34|39)0?', '') end)
      ) f (form)
      where form <> ''
    )
    from (select ltrim(regexp_replace(written, '\D', '', 'g'), '0') as bare) n
  );

create function emails_of(of_workspace uuid, of_client uuid) returns text
  language sql stable set search_path = public
begin atomic
  select coalesce(string_agg(p.normalised, ' '), '') from contact_point p
  where p.workspace_id = of_workspace and p.client_id = of_client and p.kind = 'email';
end;

create function client_words(c client) returns tsvector
  language sql stable set search_path = public
begin atomic
  select search_words(
    concat_ws(' ', c.name, c.company, c.town, emails_of(c.workspace_id, c.id)),
    array['k/client'] || array(
      select distinct 'n/' || form
      from contact_point p, unnest(phone_forms(p.normalised)) form
      where p.workspace_id = c.workspace_id and p.client_id = c.id and p.kind = 'phone'
    )
  );
end;

create function message_words(m message) returns tsvector
  language sql stable set search_path = public
begin atomic
  select search_words(
    concat_ws(' ', m.author_name, c.client_name, m.subject, m.body_text),
    case when m.direction = 'in'
      then search_marks('f/', concat_ws(' ', m.author_name, client.emails))
        || search_marks('t/', (select b.name || ' ' || b.address from mailbox b
          where b.workspace_id = m.workspace_id and b.id = m.mailbox_id))
      else search_marks('f/', m.author_name) || search_marks('t/', concat_ws(' ', c.client_name, client.emails))
    end
  )
  from conversation c, emails_of(c.workspace_id, c.client_id) client (emails)
  where c.workspace_id = m.workspace_id and c.id = m.conversation_id;
end;

-- What was written and is not findable yet: words are taken apart a moment later, so that no mail and no reply waits for
-- it. Without a key of the thing: two who write of the same one need not wait for each other.
create table search_queue (
  workspace_id uuid not null,
  entry_id     uuid not null default gen_random_uuid(),
  kind         text not null check (kind in ('client', 'conversation', 'message', 'note')),
  id           uuid not null,
  primary key (workspace_id, entry_id)
);
call raise_wall('search_queue');

create function want_findable() returns trigger
  language plpgsql security definer set search_path = public as $$
begin
  insert into search_queue (workspace_id, kind, id) values (new.workspace_id, tg_argv[0], new.id);
  return null;
end $$;
-- A statement at a time: the addresses of one client are written together.
create function want_client_findable() returns trigger
  language plpgsql security definer set search_path = public as $$
begin
  insert into search_queue (workspace_id, kind, id) select distinct workspace_id, 'client', client_id from points;
  return null;
end $$;

create trigger findable_made after insert on client for each row execute function want_findable('client');
create trigger findable_changed after update on client for each row
  when ((old.name, old.company, old.town) is distinct from (new.name, new.company, new.town))
  execute function want_findable('client');
create trigger findable_made after insert on contact_point
  referencing new table as points for each statement execute function want_client_findable();
create trigger findable_gone after delete on contact_point
  referencing old table as points for each statement execute function want_client_findable();
create trigger findable_made after insert on conversation for each row execute function want_findable('conversation');
create trigger findable_changed after update of subject, client_name, created_at on conversation for each row
  when ((old.subject, old.client_name, old.created_at)
    is distinct from (new.subject, new.client_name, new.created_at))
  execute function want_findable('conversation');
create trigger findable_made after insert on message for each row execute function want_findable('message');
create trigger findable_changed after update of conversation_id, author_name, subject, body_text, at on message
  for each row
  when ((old.conversation_id, old.author_name, old.subject, old.body_text, old.at)
    is distinct from (new.conversation_id, new.author_name, new.subject, new.body_text, new.at))
  execute function want_findable('message');
create trigger findable_made after insert on note for each row execute function want_findable('note');
create trigger findable_changed after update of conversation_id, author_name, body_text, at on note for each row
  when ((old.conversation_id, old.author_name, old.body_text, old.at)
    is distinct from (new.conversation_id, new.author_name, new.body_text, new.at))
  execute function want_findable('note');

-- Makes the next part of what was written findable; answers whether more is left.
create function index_search_queue(most integer) returns text
  language plpgsql security definer set search_path = public as $$
declare
  here uuid := current_workspace();
  taken integer;
  clients uuid[];
  conversations uuid[];
  messages uuid[];
  notes uuid[];
begin
  with entries as (
    select q.entry_id from search_queue q where q.workspace_id = here order by q.entry_id limit most
    for update skip locked
  ), gone as (
    delete from search_queue q using entries e
    where q.workspace_id = here and q.entry_id = e.entry_id
    returning q.kind, q.id
  )
  select count(*), array_agg(distinct g.id) filter (where g.kind = 'client'),
    array_agg(distinct g.id) filter (where g.kind = 'conversation'),
    array_agg(distinct g.id) filter (where g.kind = 'message'), array_agg(distinct g.id) filter (where g.kind = 'note')
  into taken, clients, conversations, messages, notes
  from gone g;
  insert into searchable (workspace_id, id, kind, client_id, at, words)
  select here, c.id, 'client', c.id, c.created_at, client_words(c)
  from client c
  where c.workspace_id = here and c.id = any(clients)
  on conflict (workspace_id, id, kind) do update set words = excluded.words;
  -- A moment before its first message: where both answer, the message is shown.
  insert into searchable (workspace_id, id, kind, conversation_id, at, words)
  select here, c.id, 'conversation', c.id, least(c.created_at, c.last_at) - interval '1 second',
    search_words(concat_ws(' ', c.client_name, c.subject), '{}')
  from conversation c
  where c.workspace_id = here and c.id = any(conversations)
  on conflict (workspace_id, id, kind) do update set words = excluded.words, at = least(searchable.at, excluded.at);
  insert into searchable (workspace_id, id, kind, conversation_id, at, words)
  select here, m.id, 'message', m.conversation_id, m.at, message_words(m)
  from message m
  where m.workspace_id = here and m.id = any(messages)
  on conflict (workspace_id, id, kind) do update
  set words = excluded.words, conversation_id = excluded.conversation_id, at = excluded.at;
  -- A conversation was made later than what a mailbox brought in of years ago.
  update searchable s
  set at = first.at - interval '1 second'
  from (
    select m.conversation_id, min(m.at) as at from message m
    where m.workspace_id = here and m.id = any(messages) group by m.conversation_id
  ) first
  where s.workspace_id = here and s.id = first.conversation_id and s.kind = 'conversation' and s.at >= first.at;
  insert into searchable (workspace_id, id, kind, conversation_id, at, words)
  select here, n.id, 'note', n.conversation_id, n.at,
    search_words(concat_ws(' ', n.author_name, n.body_text), search_marks('f/', n.author_name))
  from note n
  where n.workspace_id = here and n.id = any(notes)
  on conflict (workspace_id, id, kind) do update
  set words = excluded.words, conversation_id = excluded.conversation_id, at = excluded.at;
  return case when taken < most then 'all' else 'more' end;
end $$;

create function searches_queued() returns table (workspace_id uuid)
  language sql stable security definer set search_path = public
begin atomic
  select distinct q.workspace_id from search_queue q;
end;

-- Without references: each would lock the row of a conversation that somebody is writing in.
create function forget_findable() returns trigger
  language plpgsql security definer set search_path = public as $$
begin
  delete from searchable s where s.workspace_id = old.workspace_id and s.id = old.id and s.kind = tg_argv[0];
  return null;
end $$;
create trigger findable_gone after delete on client for each row execute function forget_findable('client');
create trigger findable_gone after delete on conversation for each row
  execute function forget_findable('conversation');
create trigger findable_gone after delete on message for each row execute function forget_findable('message');
create trigger findable_gone after delete on note for each row execute function forget_findable('note');

-- Makes the next part findable of what was written before; answers whether more is left.
create function fill_search(most integer) returns text
  language plpgsql security definer set search_path = public as $$
declare
  here uuid := current_workspace();
  state search_state;
  last_id uuid;
begin
  select * into state from search_state s where s.workspace_id = here and s.filling is not null for update skip locked;
  if not found then return 'all'; end if;
  if state.filling = 'client' then
    with part as (
      select c from client c
      where c.workspace_id = here and c.id < state.filled_from order by c.id desc limit most
    ), made as (
      insert into searchable (workspace_id, id, kind, client_id, at, words)
      select here, (p.c).id, 'client', (p.c).id, (p.c).created_at, client_words(p.c) from part p
      on conflict do nothing
    )
    select (p.c).id into last_id from part p order by (p.c).id limit 1;
  elsif state.filling = 'conversation' then
    with part as (
      select c.id, least(c.created_at, c.last_at) - interval '1 second' as at, c.client_name, c.subject
      from conversation c
      where c.workspace_id = here and c.id < state.filled_from order by c.id desc limit most
    ), made as (
      insert into searchable (workspace_id, id, kind, conversation_id, at, words)
      select here, p.id, 'conversation', p.id, p.at, search_words(concat_ws(' ', p.client_name, p.subject), '{}')
      from part p
      on conflict do nothing
    )
    select p.id into last_id from part p order by p.id limit 1;
  elsif state.filling = 'note' then
    with part as (
      select n.id, n.conversation_id, n.at, n.author_name, n.body_text from note n
      where n.workspace_id = here and n.id < state.filled_from order by n.id desc limit most
    ), made as (
      insert into searchable (workspace_id, id, kind, conversation_id, at, words)
      select here, p.id, 'note', p.conversation_id, p.at,
        search_words(concat_ws(' ', p.author_name, p.body_text), search_marks('f/', p.author_name))
      from part p
      on conflict do nothing
    )
    select p.id into last_id from part p order by p.id limit 1;
  else
    with part as (
      select m from message m
      where m.workspace_id = here and m.id < state.filled_from order by m.id desc limit most
    ), made as (
      insert into searchable (workspace_id, id, kind, conversation_id, at, words)
      select here, (p.m).id, 'message', (p.m).conversation_id, (p.m).at, message_words(p.m) from part p
      on conflict do nothing
    )
    select (p.m).id into last_id from part p order by (p.m).id limit 1;
  end if;
  update search_state s
  set filling = case
        when last_id is not null then s.filling
        when s.filling = 'client' then 'conversation'
        when s.filling = 'conversation' then 'note'
        when s.filling = 'note' then 'message'
      end,
      filled_from = coalesce(last_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
  where s.workspace_id = here;
  return case when last_id is null and state.filling = 'message' then 'all' else 'more' end;
end $$;

create function searches_to_fill() returns table (workspace_id uuid)
  language sql stable security definer set search_path = public
begin atomic
  select s.workspace_id from search_state s where s.filling is not null;
end;

-- Learns the words of the next part of what was written; answers whether more is left.
create function learn_words(most integer) returns text
  language plpgsql security definer set search_path = public as $$
declare
  here uuid := current_workspace();
  learned timestamptz;
  last_at timestamptz;
begin
  insert into search_state (workspace_id) values (here) on conflict do nothing;
  select s.learned_until into learned from search_state s where s.workspace_id = here for update skip locked;
  if not found then return 'all'; end if;
  with part as (
    select s.written_at, s.words from searchable s
    where s.workspace_id = here and s.written_at > learned order by s.written_at limit most
  ), learning as (
    insert into search_word as w (workspace_id, word, n)
    select here, word, count(*)
    from part p, unnest(tsvector_to_array(p.words)) word
    where word ~ '^[a-z]{4,24}$'
    group by word
    on conflict (workspace_id, word) do update set n = w.n + excluded.n
  )
  select max(p.written_at) into last_at from part p;
  if last_at is null then return 'all'; end if;
  update search_state s set learned_until = last_at where s.workspace_id = here;
  return 'more';
end $$;

-- The business's own words that look like one it does not use; none where a word of it begins so.
create function words_like(typed text, most integer) returns table (word text, n integer)
  language plpgsql stable security definer set search_path = public set pg_trgm.similarity_threshold = 0.2 as $$
begin
  if exists (
    select from search_word w
    where w.workspace_id = current_workspace() and w.word >= typed and w.word < typed || '{'
  ) then return; end if;
  return query
    select w.word, w.n from search_word w
    where w.workspace_id = current_workspace() and w.word % typed
    order by similarity(w.word, typed) desc, w.n desc
    limit most;
end $$;

-- A word is found as it is written or by its stem, the last one also by its beginning. What says nothing (le, de, la)
-- is left out where something else is asked.
create function search_query(typed text[], is_typing boolean, of_sender text[], of_recipient text[]) returns tsquery
  language plpgsql stable set search_path = public as $$
declare
  word text;
  stem text;
  one text;
  telling text[] := '{}';
  others text[] := '{}';
begin
  for i in 1 .. coalesce(cardinality(typed), 0) loop
    foreach word in array search_plain(typed[i]) loop
      one := quote_lexeme(word)
        || case when is_typing and i = cardinality(typed) and length(word) > 1 then ':*' else '' end;
      for stem in
        select distinct s from unnest(
          ts_lexize('french_stem', word) || ts_lexize('dutch_stem', word) || ts_lexize('english_stem', word)) s
        where word !~ '^[0-9]'
      loop
        one := one || '|' || quote_lexeme('~' || stem);
      end loop;
      if ts_lexize('french_stem', word) = '{}' then others := others || ('(' || one || ')');
      else telling := telling || ('(' || one || ')');
      end if;
    end loop;
  end loop;
  if telling = '{}' then telling := others; end if;
  telling := telling
    || array(select quote_lexeme('f/' || w) || ':*' from unnest(of_sender) said, unnest(search_plain(said)) w)
    || array(select quote_lexeme('t/' || w) || ':*' from unnest(of_recipient) said, unnest(search_plain(said)) w);
  return nullif(array_to_string(telling, '&'), '')::tsquery;
end $$;

create function quote_lexeme(word text) returns text
  language sql immutable parallel safe
  return '''' || replace(replace(word, '\', '\\'), '''', '''''') || '''';

create function search_clients_by_words(typed text[], is_typing boolean, number text, only_of uuid, most integer)
  returns table (client_id uuid)
  language plpgsql stable security definer set search_path = public
  set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  here uuid := current_workspace();
  q tsquery := search_query(typed, is_typing, '{}', '{}');
begin
  if number <> '' then
    q := (select string_agg(quote_lexeme('n/' || form) || ':*', '|') from unnest(phone_forms(number)) form)::tsquery;
  end if;
  if q is null then return; end if;
  q := q && '''k/client'''::tsquery;
  return query
    with candidates as materialized (
      select s.client_id from searchable s where s.workspace_id = here and s.words @@ q limit 1000
    )
    select c.id
    from candidates f
    join client c on c.workspace_id = here and c.id = f.client_id
    where only_of is null or exists (
      select from conversation v
      where v.workspace_id = here and v.client_id = c.id and v.assignee_id = only_of
    )
    order by c.name, c.id
    limit most;
end $$;

create type search_hit as (conversation_id uuid, kind text, id uuid, at timestamptz);

-- The conversations that answer, each with the newest thing in it that does, newest first. A last row of the kind
-- `more` says after which instant and id to go on. For a delegate (only_of) only what is assigned to them.
create function search_inbox(
  typed text[], is_typing boolean, of_sender text[], of_recipient text[], reader uuid, only_of uuid,
  of_tags uuid[], of_assignees uuid[], of_view text, since timestamptz, until timestamptz,
  past_at timestamptz, past_id uuid, most integer
) returns setof search_hit
  language plpgsql stable security definer set search_path = public
  set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  here uuid := current_workspace();
  q tsquery := search_query(typed, is_typing, of_sender, of_recipient);
  way text := case when only_of is not null then 'theirs' when q is null then 'latest' else 'few' end;
  until_at timestamptz := least(until, past_at);
  this_week integer;
  candidates search_hit[];
  hit search_hit;
  last_hit search_hit;
  seen uuid[] := '{}';
  from_at timestamptz := past_at;
  from_id uuid := past_id;
  is_last boolean := false;
  began timestamptz := clock_timestamp();
begin
  loop
    if way = 'theirs' then
      -- A delegate has few conversations: what is in them is read, and no index is asked who else said it.
      candidates := array(
        select (s.conversation_id, s.kind, s.id, s.at)::search_hit
        from (
          select c.id from conversation c
          where c.workspace_id = here and c.assignee_id = only_of
          order by c.top_at desc limit 2000
        ) c
        cross join lateral (
          select * from searchable s where s.workspace_id = here and s.conversation_id = c.id offset 0
        ) s
        where case when q is null then s.kind = 'conversation' else s.words @@ q end
      );
      is_last := true;
    elsif way = 'latest' then
      candidates := array(
        select (c.id, 'conversation', c.id, c.top_at)::search_hit from conversation c
        where c.workspace_id = here and c.state <> 'deleted'
          and (c.top_at, c.id)
            < (coalesce(from_at, 'infinity'), coalesce(from_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
        order by c.top_at desc, c.id desc limit 2000
      );
      is_last := cardinality(candidates) < 2000;
      if of_view = 'deleted' then
        candidates := array(
          select (c.id, 'conversation', c.id, c.top_at)::search_hit from conversation c
          where c.workspace_id = here and c.state = 'deleted'
          order by c.top_at desc, c.id desc limit 2000
        );
        is_last := true;
      end if;
      if not is_last then
        from_at := candidates[2000].at;
        from_id := candidates[2000].id;
      end if;
    elsif way = 'few' then
      with found as materialized (
        select s.conversation_id, s.kind, s.id, s.at from searchable s
        where s.workspace_id = here and s.words @@ q limit 1001
      )
      select array_agg((f.conversation_id, f.kind, f.id, f.at)::search_hit) into candidates from found f;
      is_last := coalesce(cardinality(candidates), 0) <= 1000;
      if not is_last then
        -- So many say it that the newest are looked for week by week.
        way := 'weeks';
        candidates := '{}';
        select max(s.week) into this_week from searchable s
        where s.workspace_id = here
          and s.week <= coalesce(floor(extract(epoch from until_at) / 604800)::integer, 2147483647);
      end if;
    else
      candidates := array(
        select (s.conversation_id, s.kind, s.id, s.at)::search_hit from searchable s
        where s.workspace_id = here and s.week = this_week and s.words @@ q and s.kind <> 'client'
      );
      from_at := to_timestamp(this_week * 604800.0);
      from_id := '00000000-0000-0000-0000-000000000000';
      select max(s.week) into this_week from searchable s where s.workspace_id = here and s.week < this_week;
      is_last := this_week is null or from_at < since;
    end if;

    for hit in
      select h.conversation_id, h.kind, h.id, h.at
      from unnest(candidates) h
      cross join lateral (
        select * from conversation c where c.workspace_id = here and c.id = h.conversation_id offset 0
      ) c
      where (only_of is null or c.assignee_id = only_of)
        and (of_assignees is null or c.assignee_id = any (of_assignees))
        and (of_tags is null or exists (
          select from client_tag t
          where t.workspace_id = here and t.client_id = c.client_id and t.tag_id = any (of_tags)))
        and (since is null or h.at >= since)
        and (until is null or h.at < until)
        and case coalesce(of_view, 'all')
          when 'all' then c.state <> 'deleted'
          when 'to-answer' then c.state = 'open' and c.waiting_since is not null
          when 'follow-up' then c.state <> 'deleted' and c.follow_up_at is not null
          when 'unassigned' then c.state = 'open' and c.assignee_id is null
          when 'mine' then c.state = 'open' and c.assignee_id = reader
          when 'sent' then c.state <> 'deleted' and c.sent_at is not null
          when 'unread' then exists (
            select from unread u where u.workspace_id = here and u.user_id = reader and u.conversation_id = c.id)
          else c.state = of_view
        end
      order by h.at desc, h.id desc
    loop
      continue when hit.conversation_id = any (seen);
      seen := seen || hit.conversation_id;
      -- It stands on a page before.
      continue when (hit.at, hit.id) >= (past_at, past_id);
      if most = 0 then
        return next (null, 'more', last_hit.id, last_hit.at)::search_hit;
        return;
      end if;
      most := most - 1;
      last_hit := hit;
      return next hit;
    end loop;
    exit when is_last;
    -- What takes long is gone on with when one asks for more.
    if way <> 'few' and clock_timestamp() > began + interval '400 milliseconds' then
      return next (null, 'more', from_id, from_at)::search_hit;
      return;
    end if;
  end loop;
end $$;

grant execute on function fill_search(integer), index_search_queue(integer), learn_words(integer), words_like(text, integer),
  search_clients_by_words(text[], boolean, text, uuid, integer),
  search_inbox(text[], boolean, text[], text[], uuid, uuid, uuid[], uuid[], text, timestamptz, timestamptz,
    timestamptz, uuid, integer)
  to comptoir_app;
grant execute on function searches_to_fill(), searches_queued() to comptoir_system;
