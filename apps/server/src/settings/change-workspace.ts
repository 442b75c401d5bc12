import type { Tx } from '@comptoir/db/db'
import type { ChangeWorkspaceInput, WorkspaceView } from '@comptoir/contract/settings'
import type { Staff } from '../identity/actor.ts'
import { teamRoom, userRoom, type Room } from '../realtime/rooms.ts'
import { runCommand, type Live } from '../realtime/run-command.ts'
import { workspaceOf } from './workspace-view.ts'

/** Changes the name, language and time zone of the business; its address stays. */
export function changeWorkspace(live: Live, staff: Staff, input: ChangeWorkspaceInput): Promise<WorkspaceView> {
  const { workspaceId } = staff
  const { commandId, name, locale, timeZone } = input
  return runCommand(live, staff, { name: 'settings.change_workspace', commandId, input }, async (tx) => {
    await tx.updateTable('workspace').set({ name, locale, timeZone }).where('workspaceId', '=', workspaceId).execute()
    const [workspace, rooms] = await Promise.all([workspaceOf(tx, workspaceId), everyone(tx, workspaceId)])
    return { result: workspace, facts: [{ name: 'settings.workspace_changed', rooms, data: { workspace } }] }
  })
}

/** Delegates hear only what is addressed to them, and the time zone is theirs too. */
async function everyone(tx: Tx, workspaceId: string): Promise<Room[]> {
  const delegates = await tx
    .selectFrom('membership')
    .select('userId')
    .where('workspaceId', '=', workspaceId)
    .where('role', '=', 'delegate')
    .where('disabledAt', 'is', null)
    .execute()
  return [teamRoom(workspaceId), ...delegates.map(({ userId }) => userRoom(userId))]
}
