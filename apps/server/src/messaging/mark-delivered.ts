import { sql } from 'kysely'
import { runWork, type Live } from '../realtime/run-command.ts'
import type { MovedDelivery, NoteDeliveries } from './delivery-pump.ts'
import type { Outgoing } from './outgoing.ts'

/** Says of a mail that was taken that it is where its recipient's mail is kept. */
export function markDelivered(
  { live, moved }: { live: Live; moved: NoteDeliveries },
  { workspaceId, id, conversationId, message }: Outgoing,
): Promise<void> {
  return runWork(live, { is: 'system', workspaceId, cause: 'delivery' }, async (tx) => {
    const moving = sql<MovedDelivery>`
      update delivery
      set state = 'delivered', state_at = clock_timestamp(), delivered_at = clock_timestamp()
      where workspace_id = ${workspaceId} and id = ${id} and state = 'accepted'
      returning conversation_id, message_id, recipient, state, reason`.execute(tx)
    const about = [{ conversationId, messageId: message.id }]
    return {
      result: undefined,
      facts: await moved(
        tx,
        workspaceId,
        about,
        moving.then((done) => done.rows),
      ),
    }
  })
}
