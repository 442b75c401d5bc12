-- In a mailbox that is paused, fails, or has nothing to give at the moment, many thousands may wait: what may leave is
-- found mailbox by mailbox, without walking them.
drop index delivery_due;
create index delivery_to_claim on delivery (carrier, workspace_id, mailbox_id, not_before, id) where state = 'queued';

-- Believed to be the few it was when it was last counted, a queue would be read whole and sorted, for its first.
alter function next_delivery_in() set enable_sort = off set enable_incremental_sort = off;
