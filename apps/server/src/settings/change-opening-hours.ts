import type { ChangeOpeningHoursInput, WorkspaceView } from '@comptoir/contract/settings'
import type { Staff } from '../identity/actor.ts'
import { runCommand, type Live } from '../realtime/run-command.ts'
import { workspaceChanged } from './workspace-changed.ts'

/** When the business is open: what the waiting of clients is counted in. */
export function changeOpeningHours(live: Live, staff: Staff, input: ChangeOpeningHoursInput): Promise<WorkspaceView> {
  const { workspaceId } = staff
  const { commandId, openingHours } = input
  return runCommand(live, staff, { name: 'settings.change_opening_hours', commandId, input }, async (tx) => {
    await tx
      .updateTable('workspace')
      .set({ openingHours: openingHours && JSON.stringify(openingHours) })
      .where('workspaceId', '=', workspaceId)
      .execute()
    return workspaceChanged(tx, workspaceId)
  })
}
