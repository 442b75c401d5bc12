import { sql } from 'kysely'
import { runWork } from '../realtime/run-command.ts'
import type { DeliveredMessage, MovedDelivery } from './delivery-pump.ts'
import type { PumpParts } from './start-delivery-pump.ts'

interface Held extends DeliveredMessage {
  workspaceId: string
  id: string
  waitSeconds: number
}

const mostTogether = 200

/** Says of what its mailbox may not send yet why it waits, and until when. */
export async function waitForLimits({ live, moved }: PumpParts): Promise<void> {
  const { rows } = await sql<Held>`
    select workspace_id, id, conversation_id, message_id, wait_seconds from over_limit(${mostTogether})`.execute(
    live.db.system,
  )
  for (const [workspaceId, held] of Map.groupBy(rows, (one) => one.workspaceId)) {
    await runWork(live, { is: 'system', workspaceId, cause: 'delivery' }, async (tx) => {
      const waits = JSON.stringify(held.map(({ id, waitSeconds }) => ({ id, seconds: waitSeconds })))
      const moving = sql<MovedDelivery>`
        with held as (
          select d.id, w.seconds
          from jsonb_to_recordset(${waits}::jsonb) as w (id uuid, seconds double precision)
          join delivery d on d.workspace_id = ${workspaceId} and d.id = w.id
          where d.state = 'queued' and d.not_before <= now()
          order by d.id
          for update of d
        )
        update delivery d
        set not_before = now() + make_interval(secs => held.seconds), reason = 'errors.delivery_limit_reached',
            provider_answer = null
        from held
        where d.workspace_id = ${workspaceId} and d.id = held.id
        returning d.conversation_id, d.message_id, d.recipient, d.state, d.reason`.execute(tx)
      return {
        result: undefined,
        facts: await moved(
          tx,
          workspaceId,
          held,
          moving.then((done) => done.rows),
        ),
      }
    })
  }
}
