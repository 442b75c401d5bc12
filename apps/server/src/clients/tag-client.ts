import type { ClientView, TagClientInput } from '@comptoir/contract/clients'
import type { Staff } from '../identity/actor.ts'
import { runCommand, type Live } from '../realtime/run-command.ts'
import { clientChanged } from './client-changed.ts'
import { clientToChange } from './clients.ts'
import { tagsByName } from './tags-by-name.ts'

/** Gives a client exactly these tags; one whose name is new is made. */
export function tagClient(
  live: Live,
  staff: Staff,
  clientId: string,
  input: TagClientInput,
): Promise<{ client: ClientView }> {
  const command = { name: 'clients.tag_client', commandId: input.commandId, input: { clientId, ...input } }
  return runCommand(live, staff, command, async (tx) => {
    const { workspaceId } = staff
    await clientToChange(tx, staff, clientId)
    const tags = await tagsByName(tx, workspaceId, input.tags)
    await tx.deleteFrom('clientTag').where('workspaceId', '=', workspaceId).where('clientId', '=', clientId).execute()
    if (tags.length > 0) {
      await tx
        .insertInto('clientTag')
        .values(tags.map(({ id: tagId }) => ({ workspaceId, clientId, tagId })))
        .execute()
    }
    return clientChanged(tx, workspaceId, clientId)
  })
}
