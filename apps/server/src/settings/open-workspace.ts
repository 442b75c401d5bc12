import { readWorkspace, type Db } from '@comptoir/db/db'
import type { WorkspaceSlice } from '@comptoir/contract/settings'
import type { Staff } from '../identity/actor.ts'
import { currentSeq } from '../realtime/current-seq.ts'
import { staffNamesOf, workspaceOf } from './workspace-view.ts'

/** What every screen of a workspace needs first. */
export function openWorkspace(db: Db, { workspaceId, userId, name, email, viewer }: Staff): Promise<WorkspaceSlice> {
  return readWorkspace(db, workspaceId, async (tx) => {
    const [seq, workspace, staff] = await Promise.all([
      currentSeq(tx, workspaceId),
      workspaceOf(tx, workspaceId),
      staffNamesOf(tx, workspaceId),
    ])
    return { seq, workspace, staff, viewing: viewer ? { userId, name, email } : null }
  })
}
