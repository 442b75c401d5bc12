import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { Fact } from '../realtime/record-events.ts'
import type { NoteDelivery } from './delivery-pump.ts'

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
  const delivery = await tx
    .updateTable('delivery')
    .set({
      state: change.state,
      stateAt: sql<string>`clock_timestamp()`,
      reason: change.state === 'accepted' ? null : change.reason,
      providerAnswer: change.answer?.slice(0, 500) ?? null,
      ...(change.state === 'queued' && { notBefore: change.notBefore.toISOString(), worker: null }),
      leaseUntil: null,
    })
    .set((eb) => ({ attempts: eb('attempts', '+', 1) }))
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', id)
    .where('carrier', '=', carrier)
    .where('worker', '=', worker)
    // Unknown, if another took this worker for dead while it waited for the answer.
    .where('state', 'in', change.state === 'queued' ? ['claimed', 'sending'] : ['claimed', 'sending', 'unknown'])
    .returning(['workspaceId', 'conversationId', 'messageId'])
    .executeTakeFirst()
  if (!delivery) return { result: 'lost', facts: [] }
  const { facts, clientId } = await moved(tx, delivery)
  return { result: 'moved', facts, ...(clientId && { clientId }) }
}
