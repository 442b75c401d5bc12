import type { Tx } from '@comptoir/db/db'
import type { ClientView } from '@comptoir/contract/clients'
import type { Done } from '../realtime/run-command.ts'
import { Refusal } from '../refusal.ts'
import { clientView } from './client-view.ts'
import { roomsOfClient } from './rooms-of-client.ts'

/** The end of every command that changes a client: the card as it now is, told to whoever sees it. */
export async function clientChanged(
  tx: Tx,
  workspaceId: string,
  clientId: string,
): Promise<Done<{ client: ClientView }>> {
  const [client, rooms] = await Promise.all([
    clientView(tx, workspaceId, clientId),
    roomsOfClient(tx, workspaceId, clientId),
  ])
  if (!client) throw new Refusal('not_found', 'errors.client_missing')
  return { result: { client }, facts: [{ name: 'clients.client_changed', rooms, data: { client } }], clientId }
}
