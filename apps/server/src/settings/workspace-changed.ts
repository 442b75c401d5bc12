import type { Tx } from '@comptoir/db/db'
import type { WorkspaceView } from '@comptoir/contract/settings'
import { allTheStaff } from '../realtime/all-the-staff.ts'
import type { Done } from '../realtime/run-command.ts'
import { workspaceOf } from './workspace-view.ts'

/** The business as it is now, and the fact that tells everybody. */
export async function workspaceChanged(tx: Tx, workspaceId: string): Promise<Done<WorkspaceView>> {
  const [workspace, rooms] = await Promise.all([workspaceOf(tx, workspaceId), allTheStaff(tx, workspaceId)])
  return { result: workspace, facts: [{ name: 'settings.workspace_changed', rooms, data: { workspace } }] }
}
