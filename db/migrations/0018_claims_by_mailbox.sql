-- In a mailbox that is paused, fails, or has nothing to give at the moment, many thousands may wait: what may leave is
-- found mailbox by mailbox, without walking them.
drop index delivery_due;
create index delivery_to_claim on delivery (carrier, workspace_id, mailbox_id, not_before, id) where state = 'queued';

-- Believed to be the few it was when it was last counted, a queue would be read whole and sorted, for its first.
alter function next_delivery_in() set enable_sort = off set enable_incremental_sort = off;

-- Claims what is due, skipping what another worker holds, what an earlier message of the same conversation still
-- blocks, and mailboxes of which this worker has enough in hand. A paused mailbox keeps its mail. A mailbox that is
-- held back is claimed from by one worker at a time, so that what each counts holds until it has claimed. One that fails
-- is tried with one mail a minute: more would lock its account. One with limits has what they leave, and where that is
-- nothing, whatever is under way, it is named instead, for what is due to be told how long it waits. Of the others, the
-- one whose mail has waited longest comes first. Sorting is off as above.
create or replace function claim_deliveries(
  by_worker uuid, of_carrier text, most integer, lease_seconds integer, enough_of uuid[])
  returns table (workspace_id uuid, id uuid, conversation_id uuid, message_id uuid, full_mailbox_id uuid)
  language plpgsql security definer set search_path = public
  set enable_sort = off set enable_incremental_sort = off as $$
#variable_conflict use_column
declare
  due_in record;
  held mailbox;
  rests boolean;
  left_by_limits integer;
  under_way integer;
  allowed integer;
  left_to_claim integer := most;
  claimed integer;
begin
  -- Nobody claims while limits change: what was claimed before is taken back, and what is claimed next obeys.
  perform pg_advisory_xact_lock_shared(hashtext('sending limits'));
  for due_in in
    select m.workspace_id, m.id as mailbox_id,
           of_carrier = 'smtp' and (m.state = 'failing' or m.hourly_limit is not null or m.daily_limit is not null)
             as is_held
    from mailbox m
    -- The first of each mailbox, not all that waits in it.
    cross join lateral (
      select d.not_before from delivery d
      where d.state = 'queued' and d.carrier = of_carrier and d.workspace_id = m.workspace_id and d.mailbox_id = m.id
        and d.not_before <= now()
      order by d.not_before
      limit 1) first
    where m.removed_at is null and m.state <> 'paused' and m.id <> all (enough_of)
    order by is_held desc, first.not_before, m.id
  loop
    allowed := left_to_claim;
    if due_in.is_held then
      select m.* into held from mailbox m
      where m.workspace_id = due_in.workspace_id and m.id = due_in.mailbox_id
        and m.removed_at is null and m.state <> 'paused'
      for no key update skip locked;
      continue when not found;
      rests := held.state = 'failing' and coalesce(held.last_problem_at > now() - interval '1 minute', false);
      -- In one statement: what is under way at one moment and sent at the next would be missed between two.
      select limits_leave(held), case when not rests then under_way_of(held.workspace_id, held.id) end
      into left_by_limits, under_way;
      if left_by_limits <= 0 then
        return query select held.workspace_id, null::uuid, null::uuid, null::uuid, held.id;
        continue;
      end if;
      continue when rests;
      allowed := least(
        left_to_claim, left_by_limits - under_way, case when held.state = 'failing' then 1 - under_way end);
    end if;
    continue when allowed <= 0;
    return query
    with due as (
      select d.workspace_id, d.id
      from delivery d
      where d.state = 'queued' and d.carrier = of_carrier
        and d.workspace_id = due_in.workspace_id and d.mailbox_id = due_in.mailbox_id and d.not_before <= now()
        -- It may have been paused a moment ago.
        and exists (
          select from mailbox m
          where m.workspace_id = due_in.workspace_id and m.id = due_in.mailbox_id
            and m.removed_at is null and m.state <> 'paused')
        -- As a join it would be planned for the few that waited when they were last counted, and read all for each.
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
  end loop;
end $$;
