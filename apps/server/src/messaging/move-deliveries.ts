import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { Fact } from '../realtime/record-events.ts'
import type { MovedDelivery, NoteDeliveries } from './delivery-pump.ts'

/** What a try came to. `reason` is the key of the sentence that says why, `answer` the server's own words. */
export type DeliveryChange =
  | { state: 'accepted'; answer?: string }
  | { state: 'failed' | 'unknown'; reason: string; answer: string | null }
  | { state: 'queued'; reason: string; answer: string | null; notBefore: Date }

export interface DeliveriesInHand {
  workspaceId: string
  ids: readonly string[]
  worker: string
  carrier: 'sandbox' | 'smtp'
}

/** Writes what a try came to, except on deliveries that are no longer this worker's. */
export async function moveDeliveries(
  tx: Tx,
  moved: NoteDeliveries,
  { workspaceId, ids, worker, carrier }: DeliveriesInHand,
  change: DeliveryChange,
): Promise<Fact[]> {
  const isRetry = change.state === 'queued'
  const { rows } = await sql<MovedDelivery>`
    with mine as (
      select id from delivery
      where workspace_id = ${workspaceId} and id = any(${ids}::uuid[]) and carrier = ${carrier} and worker = ${worker}
        -- Unknown, if another took this worker for dead while it waited for the answer.
        and (state in ('claimed', 'sending') or (state = 'unknown' and not ${isRetry}))
      order by id
      for update
    )
    update delivery
    set state = ${change.state}, state_at = clock_timestamp(), attempts = attempts + 1, lease_until = null,
        reason = ${change.state === 'accepted' ? null : change.reason},
        provider_answer = ${change.answer?.slice(0, 500) ?? null},
        not_before = coalesce(${isRetry ? change.notBefore.toISOString() : null}::timestamptz, not_before),
        worker = case when ${isRetry} then null else worker end
    from mine
    where workspace_id = ${workspaceId} and delivery.id = mine.id
    returning conversation_id, message_id`.execute(tx)
  return moved(tx, workspaceId, rows)
}
