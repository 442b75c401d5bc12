-- What is written at every click does not refer to the workspace, which is never removed alone: each reference
-- locks the one row that everybody refers to, and many at once pay for that. The age of what is swept at night is
-- read from the rows themselves.
alter table event drop constraint event_workspace_id_fkey;
alter table command drop constraint command_workspace_id_fkey;
alter table delivery
  drop constraint delivery_workspace_id_fkey,
  drop constraint delivery_workspace_id_conversation_id_fkey;
drop index event_age;
drop index command_age;

-- A long conversation has thousands that arrived: which one is next, and whether one failed, must not walk them.
drop index delivery_of_conversation;
create index delivery_waiting on delivery (workspace_id, conversation_id, position)
  where state in ('queued', 'claimed', 'sending');
create index delivery_failing on delivery (workspace_id, conversation_id) where state in ('failed', 'unknown');

-- Planned for the words at hand: what a letter finds is read otherwise than what a name finds.
alter function search_clients(text, integer) set plan_cache_mode = force_custom_plan;

-- By carrier: what stays on this machine may be claimed in large batches, what leaves it may not.
drop function claim_deliveries(uuid, integer, integer);

-- Claims what is due, skipping what another worker holds and what an earlier message of the same conversation
-- still blocks. A paused mailbox keeps its mail.
create function claim_deliveries(by_worker uuid, of_carrier text, most integer, lease_seconds integer)
  returns table (workspace_id uuid, id uuid)
  language plpgsql security definer set search_path = public as $$
#variable_conflict use_column
begin
  return query
  with due as (
    select d.workspace_id, d.id
    from delivery d
    where d.state = 'queued' and d.not_before <= now() and d.carrier = of_carrier
      and exists (
        select from mailbox m
        where m.workspace_id = d.workspace_id and m.id = d.mailbox_id and m.state <> 'paused' and m.removed_at is null)
      and not exists (
        select from delivery e
        where e.workspace_id = d.workspace_id and e.conversation_id = d.conversation_id
          and e.position < d.position and e.state in ('queued', 'claimed', 'sending'))
    order by d.not_before, d.id
    limit most
    for update of d skip locked
  )
  update delivery d
  set state = 'claimed', worker = by_worker, lease_until = now() + make_interval(secs => lease_seconds), state_at = now()
  from due
  where d.workspace_id = due.workspace_id and d.id = due.id
  returning d.workspace_id, d.id;
end $$;

grant execute on function claim_deliveries(uuid, text, integer, integer) to comptoir_system;
