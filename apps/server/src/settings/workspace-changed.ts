import type { Tx } from '@comptoir/db/db'
import type { WorkspaceView } from '@comptoir/contract/settings'
import { teamRoom, userRoom, type Room } from '../realtime/rooms.ts'
import type { Done } from '../realtime/run-command.ts'
import { workspaceOf } from './workspace-view.ts'

/** The business as it is now, and the fact that tells everybody. */
export async function workspaceChanged(tx: Tx, workspaceId: string): Promise<Done<WorkspaceView>> {
  const [workspace, rooms] = await Promise.all([workspaceOf(tx, workspaceId), everyone(tx, workspaceId)])
  return { result: workspace, facts: [{ name: 'settings.workspace_changed', rooms, data: { workspace } }] }
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
