import type { ChangeWorkspaceInput, WorkspaceView } from '@comptoir/contract/settings'
import type { Staff } from '../identity/actor.ts'
import { runCommand, type Live } from '../realtime/run-command.ts'
import { workspaceChanged } from './workspace-changed.ts'

/** Changes the name, language, time zone and phone number of the business; its address stays. */
export function changeWorkspace(live: Live, staff: Staff, input: ChangeWorkspaceInput): Promise<WorkspaceView> {
  const { workspaceId } = staff
  const { commandId, name, locale, timeZone, phone } = input
  return runCommand(live, staff, { name: 'settings.change_workspace', commandId, input }, async (tx) => {
    await tx
      .updateTable('workspace')
      .set({ name, locale, timeZone, phone })
      .where('workspaceId', '=', workspaceId)
      .execute()
    return workspaceChanged(tx, workspaceId)
  })
}
