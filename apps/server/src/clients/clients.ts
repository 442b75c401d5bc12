import type { Tx } from '@comptoir/db/db'
import { isTeam, type Staff } from '../identity/actor.ts'
import { Refusal } from '../refusal.ts'

/** The clients somebody may see: the team all of them, a delegate those whose conversations they handle. */
export function clientsOf(tx: Tx, staff: Staff) {
  return tx
    .selectFrom('client')
    .where('client.workspaceId', '=', staff.workspaceId)
    .$if(!isTeam(staff), (query) =>
      query.where('client.id', 'in', (eb) =>
        eb
          .selectFrom('conversation')
          .select('conversation.clientId')
          .where('conversation.workspaceId', '=', staff.workspaceId)
          .where('conversation.assigneeId', '=', staff.userId),
      ),
    )
}

/** One client, locked for a command; what is not yours is not found. */
export async function clientToChange(tx: Tx, staff: Staff, clientId: string) {
  const client = await clientsOf(tx, staff)
    .where('client.id', '=', clientId)
    .select(['client.id', 'client.name'])
    // Messages and conversations of the client may be written meanwhile.
    .forNoKeyUpdate('client')
    .executeTakeFirst()
  if (!client) throw new Refusal('not_found', 'errors.client_missing')
  return client
}
