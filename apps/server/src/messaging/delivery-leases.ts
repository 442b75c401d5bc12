import { sql } from 'kysely'
import { inWorkspace } from '@comptoir/db/db'
import { runWork } from '../realtime/run-command.ts'
import type { DeliveredMessage } from './delivery-pump.ts'
import { eachBusiness } from './each-business.ts'
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
const mostAtOnce = 500
const unknown = { state: 'unknown', reason: 'errors.delivery_unknown', answer: null } as const

/** Keeps the leases of what is in hand, and settles those of workers that died. */
export function openLeases(
  { live, log, moved }: PumpParts,
  worker: string,
  leaseSeconds: number,
  inHand: Map<string, ClaimedDelivery>,
) {
  let settledAt = -Infinity
  const renewal = setInterval(() => void renew(), (leaseSeconds * 1000) / 3)

  async function renew() {
    const byWorkspace = Map.groupBy(inHand.values(), ({ workspaceId }) => workspaceId)
    for (const [workspaceId, claimed] of byWorkspace) {
      const ids = claimed.map(({ id }) => id)
      // In the order of their ids, as all others lock them. Each business for itself: the others keep their leases.
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
      ).catch((error: unknown) => log.warn({ err: error }, 'leases of deliveries could not be renewed; it tries again'))
    }
  }

  /** Nothing of these left: others may claim them. */
  function release(workspaceId: string, ids: string[]) {
    return inWorkspace(live.db, workspaceId, (tx) =>
      sql`
        with expired as (
          select id from delivery
          where workspace_id = ${workspaceId} and id = any(${ids}::uuid[]) and state = 'claimed' and lease_until < now()
          order by id
          for update
        )
        update delivery d
        set state = 'queued', worker = null, lease_until = null
        from expired
        where d.workspace_id = ${workspaceId} and d.id = expired.id`.execute(tx),
    )
  }

  /** After the first byte nobody knows, and it is never sent again by itself, unless its server's answer was kept. */
  function settle({ workspaceId, id }: Expired) {
    return runWork(live, { is: 'system', workspaceId, cause: 'delivery' }, async (tx) => {
      const expired = await tx
        .selectFrom('delivery')
        .select(['conversationId', 'messageId', 'worker', 'answered'])
        .where('workspaceId', '=', workspaceId)
        .where('id', '=', id)
        .where('state', '=', 'sending')
        .where('leaseUntil', '<', sql<string>`now()`)
        .forUpdate()
        .executeTakeFirst()
      if (!expired?.worker) return { result: null, facts: [] }
      const { worker: dead, answered, conversationId, messageId } = expired
      const change = (answered as DeliveryChange | null) ?? unknown
      const told = [{ id, conversationId, messageId, change }]
      const facts = await moveDeliveries(tx, moved, { workspaceId, worker: dead, carrier: 'smtp' }, told)
      return { result: null, facts }
    })
  }

  async function settleSome(): Promise<{ left: 'some' | 'none'; wrong: unknown[] }> {
    const { rows } = await sql<Expired>`select workspace_id, id, state from expired_deliveries(${mostAtOnce})`.execute(
      live.db.system,
    )
    const dead = rows.filter(({ id }) => !inHand.has(id))
    const wrong = await eachBusiness(dead, async (workspaceId, mine) => {
      const claimed = mine.filter(({ state }) => state === 'claimed')
      if (claimed.length > 0)
        await release(
          workspaceId,
          claimed.map(({ id }) => id),
        )
      for (const expired of mine) if (expired.state === 'sending') await settle(expired)
    })
    return { left: rows.length === mostAtOnce && dead.length > 0 ? 'some' : 'none', wrong }
  }

  return {
    /** Answers what went wrong for some business, which is tried again. */
    async settleExpired(): Promise<unknown[]> {
      if (performance.now() - settledAt < settleEveryMs) return []
      for (;;) {
        const { left, wrong } = await settleSome()
        if (wrong.length > 0) return wrong
        if (left === 'none') break
      }
      settledAt = performance.now()
      return []
    },
    stop: () => clearInterval(renewal),
  }
}
