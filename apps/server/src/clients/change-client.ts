import type { Tx } from '@comptoir/db/db'
import type { ChangeClientInput, ClientView } from '@comptoir/contract/clients'
import type { Staff } from '../identity/actor.ts'
import { runCommand, type Live } from '../realtime/run-command.ts'
import { Refusal } from '../refusal.ts'
import { clientChanged } from './client-changed.ts'
import { clientToChange } from './clients.ts'
import { clientView } from './client-view.ts'
import { writeContactPoints } from './write-contact-points.ts'

/** What later nouns do when a client has another name, in the same transaction. */
export type ClientRenamed = (tx: Tx, workspaceId: string, clientId: string, name: string) => Promise<void>

/** Changes a client's card. On top of a change its writer has not seen it is a conflict, with the card as it is. */
export function changeClient(
  live: Live,
  staff: Staff,
  renamed: ClientRenamed,
  clientId: string,
  input: ChangeClientInput,
): Promise<{ client: ClientView }> {
  const command = { name: 'clients.change_client', commandId: input.commandId, input: { clientId, ...input } }
  return runCommand(live, staff, command, async (tx) => {
    const { workspaceId } = staff
    const was = await clientToChange(tx, staff, clientId)
    if (was.version !== input.version) {
      throw new Refusal('conflict', 'errors.client_changed', { client: await clientView(tx, workspaceId, clientId) })
    }
    const { name, company, street, postalCode, town, country, note } = input
    await tx
      .updateTable('client')
      .set({ name, company, street, postalCode, town, country, note, version: was.version + 1 })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', clientId)
      .execute()
    await writeContactPoints(tx, workspaceId, clientId, input)
    if (name !== was.name) await renamed(tx, workspaceId, clientId, name)
    return clientChanged(tx, workspaceId, clientId)
  })
}
