import { sql } from 'kysely'
import { inWorkspace } from '@comptoir/db/db'
import { runWork } from '../realtime/run-command.ts'
import type { DeliveredMessage } from './delivery-pump.ts'
import { moveDeliveries, type DeliveryChange } from './move-deliveries.ts'
import type { PumpParts } from './start-delivery-pump.ts'

export interface ClaimedDelivery extends DeliveredMessage {
  workspaceId: string
  id: string
}

interface Expired extends Pick<ClaimedDelivery, 'workspaceId' | 'id'> {
  state: 'claimed' | 'sending'
}

const settleEveryMs = 5000
const unknown = { state: 'unknown', reason: 'errors.delivery_unknown', answer: null } as const

/** Keeps the leases of what is in hand, and settles those of workers that died. */
export function openLeases(
  { live, log, moved }: PumpParts,
  worker: string,
  leaseSeconds: number,
  inHand: Map<string, ClaimedDelivery>,
) {
  let settledAt = -Infinity
  const renewal = setInterval(
    () => {
      renew().catch((error: unknown) =>
        log.warn({ err: error }, 'leases of deliveries could not be renewed; it tries again'),
      )
    },
    (leaseSeconds * 1000) / 3,
  )

  async function renew() {
    const byWorkspace = Map.groupBy(inHand.values(), ({ workspaceId }) => workspaceId)
    for (const [workspaceId, claimed] of byWorkspace) {
      const ids = claimed.map(({ id }) => id)
      // In the order of their ids, as all others lock them.
      await inWorkspace(live.db, workspaceId, (tx) =>
        sql`
          with mine as (
            select id from delivery
            where workspace_id = ${workspaceId} and id = any(${ids}::uuid[]) and worker = ${worker}
              and state in ('claimed', 'sending')
            order by id
            for update
          )
          update delivery d
          set lease_until = now() + make_interval(secs => ${leaseSeconds})
          from mine
          where d.workspace_id = ${workspaceId} and d.id = mine.id`.execute(tx),
      )
    }
  }

  /**
   * Before the first byte a delivery is tried again; after it nobody knows, and it is never sent again by itself,
   * unless its server's answer was kept.
   */
  function settle({ workspaceId, id, state }: Expired) {
    return runWork(live, { is: 'system', workspaceId, cause: 'delivery' }, async (tx) => {
      const expired = await tx
        .selectFrom('delivery')
        .select(['conversationId', 'messageId', 'worker', 'answered'])
        .where('workspaceId', '=', workspaceId)
        .where('id', '=', id)
        .where('state', '=', state)
        .where('leaseUntil', '<', sql<string>`now()`)
        .forUpdate()
        .executeTakeFirst()
      if (!expired?.worker) return { result: null, facts: [] }
      if (state === 'claimed') {
        await tx
          .updateTable('delivery')
          .set({ state: 'queued', worker: null, leaseUntil: null })
          .where('workspaceId', '=', workspaceId)
          .where('id', '=', id)
          .execute()
        return { result: null, facts: [] }
      }
      const { worker: dead, answered, conversationId, messageId } = expired
      const change = (answered as DeliveryChange | null) ?? unknown
      const told = [{ id, conversationId, messageId, change }]
      const facts = await moveDeliveries(tx, moved, { workspaceId, worker: dead, carrier: 'smtp' }, told)
      return { result: null, facts }
    })
  }

  return {
    async settleExpired() {
      if (performance.now() - settledAt < settleEveryMs) return
      const { rows } = await sql<Expired>`select workspace_id, id, state from expired_deliveries(100)`.execute(
        live.db.system,
      )
      for (const expired of rows) if (!inHand.has(expired.id)) await settle(expired)
      settledAt = performance.now()
    },
    stop: () => clearInterval(renewal),
  }
}
