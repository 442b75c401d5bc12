-- As before, but what was found is looked at in its order, and five thousand are gathered before it goes week by week.
create or replace function search_inbox(
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
        where s.workspace_id = here and s.words @@ q limit 5001
      )
      select array_agg((f.conversation_id, f.kind, f.id, f.at)::search_hit) into candidates from found f;
      is_last := coalesce(cardinality(candidates), 0) <= 5000;
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
      -- In their order before each is looked at: the first page needs few of them.
      select h.conversation_id, h.kind, h.id, h.at
      from (select * from unnest(candidates) order by at desc, id desc) h
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
