import { sql } from 'kysely'
import type { MovedDelivery } from '../messaging/delivery-pump.ts'
import type { OpenedDelivery } from '../messaging/opening-token.ts'
import { runWork, type Live } from '../realtime/run-command.ts'
import { noteDeliveries } from './note-deliveries.ts'

/** What comes sooner after its acceptance is a program that looks for viruses, not a person. */
const noPersonWithinSeconds = 2

/** The picture of a mail was fetched: from the first time on it counts as read, while its business wants to know. */
export function noteOpening(live: Live, { workspaceId, deliveryId }: OpenedDelivery): Promise<void> {
  return runWork(live, { is: 'system', workspaceId, cause: 'delivery' }, async (tx) => {
    const { rows: moved } = await sql<MovedDelivery>`
      update delivery d
      set state = 'read', state_at = clock_timestamp(), read_at = clock_timestamp(), reason = null,
          -- What its server said of a delay is over with the delay.
          provider_answer = case when d.reason is null then d.provider_answer end
      from workspace w
      where w.workspace_id = ${workspaceId} and w.opening_picture
        and d.workspace_id = ${workspaceId} and d.id = ${deliveryId} and d.carrier = 'smtp'
        and d.state in ('accepted', 'delivered')
        and d.accepted_at < clock_timestamp() - make_interval(secs => ${noPersonWithinSeconds})
      returning d.conversation_id, d.message_id, d.recipient, d.state, d.reason`.execute(tx)
    return { result: undefined, facts: await noteDeliveries(tx, workspaceId, moved, Promise.resolve(moved)) }
  })
}
