import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import { writeOnce } from '@comptoir/db/write-once'
import type { Fact } from '../realtime/record-events.ts'
import type { DeliveredMessage, MovedDelivery, NoteDeliveries } from './delivery-pump.ts'

/** What a try came to. `reason` is the key of the sentence that says why, `answer` the server's own words. */
export type DeliveryChange =
  | { state: 'accepted'; answer: string | null; copy: 'wanted' | null }
  | { state: 'failed' | 'unknown'; reason: string; answer: string | null }
  | { state: 'queued'; reason: string; answer: string | null; waitSeconds: number }

export interface ToldDelivery extends DeliveredMessage {
  id: string
  change: DeliveryChange
}

export interface Teller {
  workspaceId: string
  worker: string
  carrier: 'sandbox' | 'smtp'
}

/**
 * Writes what tries came to, except on deliveries that are no longer this worker's. A state never goes back: where a
 * report came before the server's own answer, that answer only says when it was accepted.
 */
export function moveDeliveries(
  tx: Tx,
  moved: NoteDeliveries,
  { workspaceId, worker, carrier }: Teller,
  told: ToldDelivery[],
): Promise<Fact[]> {
  const moving = move(tx, { workspaceId, worker, carrier, told: JSON.stringify(told.map(rowOf)) })
  return moved(tx, workspaceId, told, moving)
}

interface Moving extends Teller {
  /** As JSON. */
  told: string
}

const move = writeOnce(
  (_, { workspaceId, worker, carrier, told }: Moving) => sql<MovedDelivery>`
    with told as (
      select * from jsonb_to_recordset(${told}::jsonb)
        as t (id uuid, state text, reason text, answer text, wait_seconds double precision, copy text)
    ), mine as (
      -- Unknown, if another took this worker for dead while it waited for the answer.
      select d.id,
             d.state in ('claimed', 'sending') or (d.state = 'unknown' and t.state <> 'queued') as is_moved
      from delivery d
      join told t on t.id = d.id
      where d.workspace_id = ${workspaceId} and d.carrier = ${carrier} and d.worker = ${worker}
      order by d.id
      for update of d
    ), moved as (
    update delivery d
    set state = case when is_moved then t.state else d.state end,
        state_at = case when is_moved then clock_timestamp() else d.state_at end,
        reason = case when is_moved then t.reason else d.reason end,
        provider_answer = case when is_moved then t.answer else d.provider_answer end,
        attempts = d.attempts + 1,
        lease_until = null,
        answered = null,
        worker = case when is_moved and t.state = 'queued' then null else d.worker end,
        not_before = case when is_moved and t.state = 'queued'
                          then clock_timestamp() + make_interval(secs => t.wait_seconds) else d.not_before end,
        accepted_at = case when t.state = 'accepted'
                           then coalesce(d.accepted_at, clock_timestamp()) else d.accepted_at end,
        failed_at = case when is_moved and t.state = 'failed' then clock_timestamp() else d.failed_at end,
        sent_copy = coalesce(d.sent_copy, t.copy)
    from mine
    join told t on t.id = mine.id
    where d.workspace_id = ${workspaceId} and d.id = mine.id
    returning d.conversation_id, d.message_id, d.recipient, d.state, d.reason, mine.is_moved
    )
    select conversation_id, message_id, recipient, state, reason from moved where is_moved`,
)

function rowOf({ id, change }: ToldDelivery) {
  const { state, answer } = change
  return {
    id,
    state,
    reason: 'reason' in change ? change.reason : null,
    answer: answer?.slice(0, 500) ?? null,
    wait_seconds: state === 'queued' ? change.waitSeconds : null,
    copy: 'copy' in change ? change.copy : null,
  }
}
