-- What the views of the inbox need: a bin, what was ever sent, what is to be followed up, and where a row stands.
alter table conversation
  drop constraint conversation_state_check,
  add constraint conversation_state_check check (state in ('open', 'archived', 'deleted')),
  drop constraint conversation_source_check,
  add constraint conversation_source_check
    check (source in ('email', 'sms', 'form', 'portal', 'staff', 'campaign', 'booking')),
  -- When somebody of ours last wrote to the client.
  add sent_at      timestamptz,
  -- When its next reminder is due, or was.
  add follow_up_at timestamptz,
  -- What the reminder that is due says; null while none is.
  add due_note     text,
  -- A reminder that falls due brings it to the top.
  add bumped_at    timestamptz,
  add top_at       timestamptz not null generated always as (greatest(last_at, bumped_at)) stored;

alter table entry
  drop constraint entry_kind_check,
  add constraint entry_kind_check check (kind in (
    'assigned', 'unassigned', 'archived', 'reopened', 'deleted', 'restored',
    'bounced', 'gave_up', 'complained', 'maybe_related'));

update conversation c
set sent_at = m.at
from (
  select workspace_id, conversation_id, max(at) as at
  from message
  where direction = 'out' and not is_automatic
  group by workspace_id, conversation_id
) m
where m.workspace_id = c.workspace_id and m.conversation_id = c.id;

drop index conversation_list, conversation_list_by_assignee, conversation_of_client;
create index conversation_list on conversation (workspace_id, state, top_at desc, id desc);
create index conversation_list_by_assignee on conversation (workspace_id, assignee_id, state, top_at desc, id desc);
create index conversation_of_client on conversation (workspace_id, client_id, top_at desc, id desc);
create index conversation_all on conversation (workspace_id, top_at desc, id desc) where state <> 'deleted';
create index conversation_by_source on conversation (workspace_id, source, top_at desc, id desc)
  where state <> 'deleted';
create index conversation_sent on conversation (workspace_id, top_at desc, id desc)
  where state <> 'deleted' and sent_at is not null;
-- Who waits longest, and what is due first, stand first.
create index conversation_to_answer on conversation (workspace_id, waiting_since, id)
  where state = 'open' and waiting_since is not null;
create index conversation_to_follow_up on conversation (workspace_id, follow_up_at, id)
  where state <> 'deleted' and follow_up_at is not null;

-- Unread by whoever answers for it is also the team's business.
alter table unread
  add is_assignee boolean not null default false;
update unread u
set is_assignee = true
from conversation c
where c.workspace_id = u.workspace_id and c.id = u.conversation_id and c.assignee_id = u.user_id;
create index unread_by_assignee on unread (workspace_id, last_at desc, conversation_id desc) where is_assignee;

-- The views a conversation counts in; of what is assigned, those of its assignee too.
drop trigger count_conversation_made on conversation;
drop trigger count_conversation_moved on conversation;
drop function count_conversation();
drop function conversation_scopes(text, uuid);
create function conversation_scopes(
  state text, assignee_id uuid, source text, is_waiting boolean, is_followed boolean, was_sent boolean
) returns text[]
  language sql immutable
  return (
    select array_agg(s.scope || o.owner)
    from (values
      (state),
      (case when state <> 'deleted' then 'all' end),
      (case when state <> 'deleted' then 'source:' || source end),
      (case when state <> 'deleted' and was_sent then 'sent' end),
      (case when state <> 'deleted' and is_followed then 'follow-up' end),
      (case when state = 'open' and is_waiting then 'to-answer' end),
      (case when state = 'open' and assignee_id is null then 'unassigned' end)
    ) s (scope),
    (values (''), (':' || assignee_id)) o (owner)
    where s.scope is not null and o.owner is not null
  );

-- The same of a row.
create function conversation_scopes(c conversation) returns text[]
  language sql immutable
  return conversation_scopes(
    c.state, c.assignee_id, c.source, c.waiting_since is not null, c.follow_up_at is not null, c.sent_at is not null);

-- Moves several numbers by one statement; always in the order of the names, so that two transactions never wait for
-- each other.
create function move_counts(of_workspaces uuid[], scopes text[], steps integer[]) returns void
  language sql
begin atomic
  insert into view_count as v (workspace_id, scope, n)
  select moved.workspace_id, moved.scope, moved.step
  from unnest(of_workspaces, scopes, steps) as moved (workspace_id, scope, step)
  order by moved.workspace_id, moved.scope
  on conflict (workspace_id, scope) do update set n = v.n + excluded.n;
end;

-- A statement at a time, so that a thousand rows move each number once. Those alike are counted together: the scopes of
-- each alone would cost more than all the rest.
create function count_conversations() returns trigger language plpgsql as $$
begin
  perform move_counts(array_agg(s.workspace_id), array_agg(s.scope), array_agg(s.step))
  from (
    select a.workspace_id, s.scope, (case tg_op when 'INSERT' then 1 else -1 end * sum(a.n))::integer as step
    from (
      select workspace_id, state, assignee_id, source, waiting_since is not null as is_waiting,
        follow_up_at is not null as is_followed, sent_at is not null as was_sent, count(*) as n
      from moved group by 1, 2, 3, 4, 5, 6, 7
    ) a, unnest(conversation_scopes(a.state, a.assignee_id, a.source, a.is_waiting, a.is_followed, a.was_sent)) s (scope)
    group by a.workspace_id, s.scope
  ) s
  having count(*) > 0;
  return null;
end $$;
create function count_conversations_moved() returns trigger language plpgsql as $$
begin
  perform move_counts(array_agg(m.workspace_id), array_agg(m.scope), array_agg(m.step))
  from (
    with changed as (
      select w.workspace_id,
        w.state as was_state, w.assignee_id as was_assignee, w.source as was_source,
        w.waiting_since is not null as was_waiting, w.follow_up_at is not null as was_followed,
        w.sent_at is not null as had_sent,
        i.state, i.assignee_id, i.source,
        i.waiting_since is not null as is_waiting, i.follow_up_at is not null as is_followed,
        i.sent_at is not null as was_sent, count(*) as n
      from was w
      join is_now i on i.workspace_id = w.workspace_id and i.id = w.id
      where w.state <> i.state or w.source <> i.source or w.assignee_id is distinct from i.assignee_id
        or (w.waiting_since is null) <> (i.waiting_since is null)
        or (w.follow_up_at is null) <> (i.follow_up_at is null)
        or (w.sent_at is null) <> (i.sent_at is null)
      group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13
    )
    select s.workspace_id, s.scope, sum(s.step)::integer as step
    from (
      select workspace_id, -n as step,
        unnest(conversation_scopes(was_state, was_assignee, was_source, was_waiting, was_followed, had_sent)) as scope
      from changed
      union all
      select workspace_id, n,
        unnest(conversation_scopes(state, assignee_id, source, is_waiting, is_followed, was_sent))
      from changed
    ) s
    group by s.workspace_id, s.scope
    having sum(s.step) <> 0
  ) m
  having count(*) > 0;
  return null;
end $$;
create trigger count_conversations_made after insert on conversation
  referencing new table as moved for each statement execute function count_conversations();
create trigger count_conversations_moved after update on conversation
  referencing old table as was new table as is_now for each statement execute function count_conversations_moved();
create trigger count_conversations_erased after delete on conversation
  referencing old table as moved for each statement execute function count_conversations();

drop trigger count_unread on unread;
drop function count_unread();
create function count_unread() returns trigger language plpgsql as $$
begin
  perform move_counts(array_agg(s.workspace_id), array_agg(s.scope), array_agg(s.step))
  from (
    select workspace_id, scope, (case tg_op when 'INSERT' then 1 else -1 end * count(*))::integer as step
    from moved, unnest(array['unread:' || user_id, case when is_assignee then 'unread-assignee' end]) scope
    where scope is not null
    group by workspace_id, scope
  ) s
  having count(*) > 0;
  return null;
end $$;
create function count_unread_moved() returns trigger language plpgsql as $$
begin
  perform move_counts(array_agg(s.workspace_id), array_agg('unread-assignee'::text), array_agg(s.step))
  from (
    select workspace_id, sum(step)::integer as step
    from (
      select workspace_id, -1 as step from was where is_assignee
      union all
      select workspace_id, 1 from is_now where is_assignee
    ) each
    group by workspace_id having sum(step) <> 0
  ) s
  having count(*) > 0;
  return null;
end $$;
create trigger count_unread_made after insert on unread
  referencing new table as moved for each statement execute function count_unread();
create trigger count_unread_moved after update on unread
  referencing old table as was new table as is_now for each statement execute function count_unread_moved();
create trigger count_unread_gone after delete on unread
  referencing old table as moved for each statement execute function count_unread();

-- A conversation that changes hands is unread by another assignee.
create function follow_assignee() returns trigger language plpgsql as $$
begin
  update unread
  set is_assignee = (user_id = new.assignee_id) is true
  where workspace_id = new.workspace_id and conversation_id = new.id
    and is_assignee <> ((user_id = new.assignee_id) is true);
  return null;
end $$;
create trigger follow_assignee after update of assignee_id on conversation
  for each row when (old.assignee_id is distinct from new.assignee_id) execute function follow_assignee();

grant execute on function conversation_scopes(text, uuid, text, boolean, boolean, boolean),
  conversation_scopes(conversation), move_counts(uuid[], text[], integer[]), count_conversations(),
  count_conversations_moved(), count_unread(), count_unread_moved(), follow_assignee() to comptoir_app;

-- The names of some numbers changed, and most are new.
delete from view_count where scope not in ('to_sort', 'spam') and scope not like 'unread:%';
insert into view_count (workspace_id, scope, n)
select c.workspace_id, s.scope, count(*)::integer
from conversation c, unnest(conversation_scopes(c)) s (scope)
group by c.workspace_id, s.scope;
insert into view_count (workspace_id, scope, n)
select workspace_id, 'unread-assignee', count(*)::integer from unread where is_assignee group by workspace_id;
