import type { ClientView, ShowImagesInput } from '@comptoir/contract/clients'
import type { Staff } from '../identity/actor.ts'
import { runCommand, type Live } from '../realtime/run-command.ts'
import { clientChanged } from './client-changed.ts'
import { clientToChange } from './clients.ts'

/** Has the images in this client's mails shown from now on, or asked for each time again, for the whole team. */
export function showImages(
  live: Live,
  staff: Staff,
  clientId: string,
  { commandId, images }: ShowImagesInput,
): Promise<{ client: ClientView }> {
  const command = { name: 'clients.show_images', commandId, input: { clientId, images } }
  return runCommand(live, staff, command, async (tx) => {
    const { workspaceId } = staff
    await clientToChange(tx, staff, clientId)
    await tx
      .updateTable('client')
      .set({ showsImages: images === 'shown' })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', clientId)
      .execute()
    return clientChanged(tx, workspaceId, clientId)
  })
}
