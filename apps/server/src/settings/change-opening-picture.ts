import type { ChangeOpeningPictureInput, WorkspaceView } from '@comptoir/contract/settings'
import type { Staff } from '../identity/actor.ts'
import { runCommand, type Live } from '../realtime/run-command.ts'
import { workspaceChanged } from './workspace-changed.ts'

/** Whether mails of the business tell when they are opened: those that leave from now on. */
export function changeOpeningPicture(
  live: Live,
  staff: Staff,
  input: ChangeOpeningPictureInput,
): Promise<WorkspaceView> {
  const { workspaceId } = staff
  const { commandId, openingPicture } = input
  return runCommand(live, staff, { name: 'settings.change_opening_picture', commandId, input }, async (tx) => {
    await tx
      .updateTable('workspace')
      .set({ openingPicture: openingPicture === 'on' })
      .where('workspaceId', '=', workspaceId)
      .execute()
    return workspaceChanged(tx, workspaceId)
  })
}
