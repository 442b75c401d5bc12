alter table delivery
  -- What its server answered, until that is told to all concerned: a worker that dies before leaves it to the next.
  add answered          jsonb,
  -- Until then it is tried again, by the clock of the database: that of a node may be wrong.
  add keep_trying_until timestamptz not null default now() + interval '3 days';
create index delivery_in_doubt on delivery (workspace_id, mailbox_id, state_at) where state = 'unknown';
create index delivery_of_mailbox_waiting on delivery (workspace_id, mailbox_id, not_before, id) where state = 'queued';

-- Each state had one time until now.
update delivery set accepted_at = state_at where state = 'accepted' and accepted_at is null;
update delivery set accepted_at = state_at, delivered_at = state_at where state = 'delivered' and delivered_at is null;
update delivery set failed_at = state_at where state = 'failed' and failed_at is null;

alter table dkim_key
  -- What the last look found in the DNS; `silent`: nobody answered, which changes nothing.
  add found      text not null default 'unchecked'
    check (found in ('unchecked', 'published', 'nothing', 'other-key', 'several', 'silent')),
  -- Taken away, and kept until another takes its place: what is published fits this key alone.
  add removed_at timestamptz;
-- What left, or may have left, and was sent once more: for a day it counts beside the second time.
create table sent_before (
  workspace_id uuid not null,
  mailbox_id   uuid not null,
  at           timestamptz not null,
  delivery_id  uuid not null,
  primary key (workspace_id, mailbox_id, at, delivery_id),
  foreign key (workspace_id, mailbox_id) references mailbox
);
call raise_wall('sent_before');

-- When a mailbox sent, or may have sent, what counts for its limits. What stayed in the sandbox never left.
create function sent_of(of_workspace uuid, of_mailbox uuid, since timestamptz) returns setof timestamptz
  language sql stable set search_path = public
begin atomic
  select d.accepted_at from delivery d
  where d.workspace_id = of_workspace and d.mailbox_id = of_mailbox and d.accepted_at > since
    and d.carrier = 'smtp' and d.state not in ('claimed', 'sending')
  union all
  select d.state_at from delivery d
  where d.workspace_id = of_workspace and d.mailbox_id = of_mailbox and d.state = 'unknown' and d.state_at > since
    and d.accepted_at is null and d.carrier = 'smtp'
  union all
  select b.at from sent_before b
  where b.workspace_id = of_workspace and b.mailbox_id = of_mailbox and b.at > since;
end;
grant execute on function sent_of(uuid, uuid, timestamptz) to comptoir_app;

-- How many of its mails are under way, which may all be sent.
create function under_way_of(of_workspace uuid, of_mailbox uuid) returns integer
  language sql stable set search_path = public
begin atomic
  select count(*)::integer from delivery d
  where d.state in ('claimed', 'sending') and d.lease_until is not null
    and d.workspace_id = of_workspace and d.mailbox_id = of_mailbox and d.carrier = 'smtp';
end;

-- How many mails its limits leave a mailbox, whatever is under way; null where it has none.
create function limits_leave(m mailbox) returns integer
  language sql stable set search_path = public
begin atomic
  select least(
    m.hourly_limit - case when m.hourly_limit is not null then
      (select count(*) from sent_of(m.workspace_id, m.id, now() - interval '1 hour'))::integer end,
    m.daily_limit - case when m.daily_limit is not null then
      (select count(*) from sent_of(m.workspace_id, m.id, now() - interval '1 day'))::integer end);
end;

drop function claim_deliveries(uuid, text, integer, integer);

-- Claims what is due, skipping what another worker holds, what an earlier message of the same conversation still
-- blocks, and mailboxes of which this worker has enough in hand. A paused mailbox keeps its mail. A mailbox that is
-- held back is claimed from by one worker at a time, so that what each counts holds until it has claimed. One that fails
-- is tried with one mail a minute: more would lock its account. One with limits has what they leave, and where that is
-- nothing, whatever is under way, it is named instead, for what is due to be told how long it waits.
create function claim_deliveries(
  by_worker uuid, of_carrier text, most integer, lease_seconds integer, enough_of uuid[])
  returns table (workspace_id uuid, id uuid, conversation_id uuid, message_id uuid, full_mailbox_id uuid)
  language plpgsql security definer set search_path = public as $$
#variable_conflict use_column
declare
  held mailbox;
  left_by_limits integer;
  under_way integer;
  allowed integer;
  left_to_claim integer := most;
  claimed integer;
begin
  -- Nobody claims while limits change: what was claimed before is taken back, and what is claimed next obeys.
  perform pg_advisory_xact_lock_shared(hashtext('sending limits'));
  if of_carrier = 'smtp' then
    for held in
      select m.* from mailbox m
      where m.removed_at is null and m.state <> 'paused' and m.id <> all (enough_of)
        and (m.state = 'failing' or m.hourly_limit is not null or m.daily_limit is not null)
        and exists (
          select from delivery d
          where d.state = 'queued' and d.workspace_id = m.workspace_id and d.mailbox_id = m.id
            and d.not_before <= now() and d.carrier = 'smtp')
      order by m.id
      for no key update of m skip locked
    loop
      -- In one statement: what is under way at one moment and sent at the next would be missed between two.
      select limits_leave(held), under_way_of(held.workspace_id, held.id) into left_by_limits, under_way;
      if left_by_limits <= 0 then
        return query select held.workspace_id, null::uuid, null::uuid, null::uuid, held.id;
        continue;
      end if;
      allowed := least(left_to_claim, left_by_limits - under_way, case
        when held.state = 'failing' and (under_way > 0 or held.last_problem_at > now() - interval '1 minute') then 0
        when held.state = 'failing' then 1 end);
      if allowed > 0 then
        return query
        with due as (
          select d.workspace_id, d.id
          from delivery d
          where d.state = 'queued' and d.workspace_id = held.workspace_id and d.mailbox_id = held.id
            and d.not_before <= now() and d.carrier = 'smtp'
            and (
              select e.id from delivery e
              where e.workspace_id = d.workspace_id and e.conversation_id = d.conversation_id
                and e.position < d.position and e.state in ('queued', 'claimed', 'sending')
              limit 1) is null
          order by d.not_before, d.id
          limit allowed
          for update of d skip locked
        )
        update delivery d
        set state = 'claimed', worker = by_worker, lease_until = now() + make_interval(secs => lease_seconds),
            state_at = now()
        from due
        where d.workspace_id = due.workspace_id and d.id = due.id
        returning d.workspace_id, d.id, d.conversation_id, d.message_id, null::uuid;
        get diagnostics claimed = row_count;
        left_to_claim := left_to_claim - claimed;
      end if;
    end loop;
  end if;
  return query
  with due as (
    select d.workspace_id, d.id
    from delivery d
    where d.state = 'queued' and d.not_before <= now() and d.carrier = of_carrier
      and exists (
        select from mailbox m
        where m.workspace_id = d.workspace_id and m.id = d.mailbox_id and m.removed_at is null
          and m.state <> 'paused' and m.id <> all (enough_of)
          and (of_carrier = 'sandbox'
               or m.state = 'active' and m.hourly_limit is null and m.daily_limit is null))
      -- As a join it would be planned for the few that waited when they were last counted, and read all for each.
      and (
        select e.id from delivery e
        where e.workspace_id = d.workspace_id and e.conversation_id = d.conversation_id
          and e.position < d.position and e.state in ('queued', 'claimed', 'sending')
        limit 1) is null
    order by d.not_before, d.id
    limit left_to_claim
    for update of d skip locked
  )
  update delivery d
  set state = 'claimed', worker = by_worker, lease_until = now() + make_interval(secs => lease_seconds), state_at = now()
  from due
  where d.workspace_id = due.workspace_id and d.id = due.id
  returning d.workspace_id, d.id, d.conversation_id, d.message_id, null::uuid;
end $$;
grant execute on function claim_deliveries(uuid, text, integer, integer, uuid[]) to comptoir_system;

drop function next_delivery_due();

-- In how many milliseconds something is due; null when nothing waits that may leave by itself.
create function next_delivery_in() returns double precision
  language sql stable security definer set search_path = public
begin atomic
  select extract(epoch from min(
      case when m.state = 'failing' then greatest(first.not_before, m.last_problem_at + interval '1 minute')
           else first.not_before end) - now()) * 1000
  from mailbox m
  -- The first of each mailbox, not all that waits in it.
  cross join lateral (
    select d.not_before from delivery d
    where d.state = 'queued' and d.workspace_id = m.workspace_id and d.mailbox_id = m.id
    order by d.not_before
    limit 1) first
  where m.removed_at is null and m.state <> 'paused';
end;
grant execute on function next_delivery_in() to comptoir_system;
