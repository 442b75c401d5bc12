-- How long what is sent waits, so that it can be taken back.
alter table workspace
  add undo_seconds integer not null default 10 check (undo_seconds in (0, 10, 30));

alter table message
  -- When it may leave, where that is later than when it was written.
  add leaves_at    timestamptz,
  -- At a time somebody chose, and not for a moment only.
  add is_planned   boolean not null default false,
  -- Since when the client had waited when it was written: again so, should it be taken back.
  add waited_since timestamptz;

alter table delivery
  add is_planned boolean not null default false;

-- Who wrote a message and to whom, as its header says; of what we hid from the others, only ours know.
create table message_recipient (
  workspace_id uuid not null,
  message_id   uuid not null,
  position     integer not null,
  role         text not null check (role in ('from', 'reply-to', 'to', 'cc', 'bcc')),
  address      text not null,
  name         text not null default '',
  primary key (workspace_id, message_id, position),
  foreign key (workspace_id, message_id) references message on delete cascade
);
call raise_wall('message_recipient');

-- To whom a draft goes, where its writer chose; null: to whom the server says.
alter table draft
  add recipients jsonb;

-- Whether pictures that lie elsewhere are shown in mails of this client: loading them tells who reads, and when.
alter table client
  add shows_images boolean not null default false;

-- Claims what is due, skipping what another worker holds, what an earlier message of the same conversation still
-- blocks (one that is planned for later does not, until its time has come), and mailboxes of which this worker has
-- enough in hand. A paused mailbox keeps its mail. A mailbox that is held back is claimed from by one worker at a time,
-- so that what each counts holds until it has claimed. One that fails is tried with one mail a minute: more would lock
-- its account. One with limits has what they leave, and where that is nothing, whatever is under way, it is named
-- instead, for what is due to be told how long it waits. Of the others, the one whose mail has waited longest comes
-- first. Sorting is off: believed to be the few it was, a queue would be read whole and sorted, for its first.
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
            and not (e.is_planned and e.state = 'queued' and e.attempts = 0 and e.not_before > now())
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
