import { sql } from 'kysely'
import { inWorkspace } from '@comptoir/db/db'
import { runWork } from '../realtime/run-command.ts'
import type { PumpParts } from './start-delivery-pump.ts'

export interface ClaimedDelivery {
  workspaceId: string
  id: string
}

interface Expired extends ClaimedDelivery {
  state: 'claimed' | 'sending'
}

const settleEveryMs = 5000

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
      await inWorkspace(live.db, workspaceId, (tx) =>
        tx
          .updateTable('delivery')
          .set({ leaseUntil: sql<string>`now() + make_interval(secs => ${leaseSeconds})` })
          .where('workspaceId', '=', workspaceId)
          .where('id', 'in', claimed.map(({ id }) => id).toSorted())
          .where('worker', '=', worker)
          .where('state', 'in', ['claimed', 'sending'])
          .execute(),
      )
    }
  }

  /** Before the first byte a delivery is tried again; after it nobody knows, and it is never sent again by itself. */
  function settle({ workspaceId, id, state }: Expired) {
    const change =
      state === 'claimed'
        ? ({ state: 'queued', worker: null } as const)
        : ({ state: 'unknown', reason: 'errors.delivery_unknown', stateAt: sql<string>`now()` } as const)
    return runWork(live, { is: 'system', workspaceId, cause: 'delivery' }, async (tx) => {
      const delivery = await tx
        .updateTable('delivery')
        .set({ ...change, leaseUntil: null })
        .where('workspaceId', '=', workspaceId)
        .where('id', '=', id)
        .where('state', '=', state)
        .where('leaseUntil', '<', sql<string>`now()`)
        .returning(['conversationId', 'messageId', 'recipient', 'state', 'reason'])
        .executeTakeFirst()
      if (!delivery || state === 'claimed') return { result: null, facts: [] }
      return { result: null, facts: await moved(tx, workspaceId, [delivery]) }
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
