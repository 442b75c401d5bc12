import { readWorkspace } from '@comptoir/db/db'
import type { BackupSlice } from '@comptoir/contract/backup'
import type { Staff } from '../identity/actor.ts'
import { currentSeq } from '../realtime/current-seq.ts'
import type { Server } from '../server.ts'
import { whatItHolds } from './what-it-holds.ts'

/** What a backup would hold for this owner, and of when the last one is. */
export async function openBackups({ db, config }: Pick<Server, 'db' | 'config'>, staff: Staff): Promise<BackupSlice> {
  const holds = await whatItHolds(db, config, staff)
  return readWorkspace(db, staff.workspaceId, async (tx) => {
    const [seq, workspace] = await Promise.all([
      currentSeq(tx, staff.workspaceId),
      tx
        .selectFrom('workspace')
        .select('backedUpAt')
        .where('workspaceId', '=', staff.workspaceId)
        .executeTakeFirstOrThrow(),
    ])
    return { seq, holds, ...workspace }
  })
}
