import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { Fact } from '../realtime/record-events.ts'
import type { MovedDelivery, NoteDelivery } from './delivery-pump.ts'

/** What a try came to. `reason` is the key of the sentence that says why, `answer` the server's own words. */
export type DeliveryChange =
  | { state: 'accepted'; answer?: string }
  | { state: 'failed' | 'unknown'; reason: string; answer: string | null }
  | { state: 'queued'; reason: string; answer: string | null; notBefore: Date }

export interface DeliveryInHand {
  workspaceId: string
  id: string
  worker: string
  carrier: 'sandbox' | 'smtp'
}

/** Writes what a try came to, unless the delivery is no longer this worker's. */
export async function moveDelivery(
  tx: Tx,
  moved: NoteDelivery,
  { workspaceId, id, worker, carrier }: DeliveryInHand,
  change: DeliveryChange,
): Promise<{ result: 'moved' | 'lost'; facts: Fact[]; clientId?: string }> {
  const isRetry = change.state === 'queued'
  const { rows } = await sql<MovedDelivery>`
    update delivery
    set state = ${change.state}, state_at = clock_timestamp(), attempts = attempts + 1, lease_until = null,
        reason = ${change.state === 'accepted' ? null : change.reason},
        provider_answer = ${change.answer?.slice(0, 500) ?? null},
        not_before = coalesce(${isRetry ? change.notBefore.toISOString() : null}::timestamptz, not_before),
        worker = case when ${isRetry} then null else worker end
    where workspace_id = ${workspaceId} and id = ${id} and carrier = ${carrier} and worker = ${worker}
      -- Unknown, if another took this worker for dead while it waited for the answer.
      and (state in ('claimed', 'sending') or (state = 'unknown' and not ${isRetry}))
    returning workspace_id, conversation_id, message_id`.execute(tx)
  const delivery = rows[0]
  if (!delivery) return { result: 'lost', facts: [] }
  const { facts, clientId } = await moved(tx, delivery)
  return { result: 'moved', facts, ...(clientId && { clientId }) }
}
