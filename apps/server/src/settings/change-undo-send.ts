import type { ChangeUndoSendInput, WorkspaceView } from '@comptoir/contract/settings'
import type { Staff } from '../identity/actor.ts'
import { runCommand, type Live } from '../realtime/run-command.ts'
import { workspaceChanged } from './workspace-changed.ts'

/** How long what the business sends from now on can be taken back. */
export function changeUndoSend(live: Live, staff: Staff, input: ChangeUndoSendInput): Promise<WorkspaceView> {
  const { workspaceId } = staff
  const { commandId, undoSeconds } = input
  return runCommand(live, staff, { name: 'settings.change_undo_send', commandId, input }, async (tx) => {
    await tx.updateTable('workspace').set({ undoSeconds }).where('workspaceId', '=', workspaceId).execute()
    return workspaceChanged(tx, workspaceId)
  })
}
