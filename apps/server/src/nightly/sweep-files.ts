import { inWorkspace } from '@comptoir/db/db'
import { sql } from 'kysely'
import type { NightlyWork } from '../nightly-jobs.ts'

/** Files that no message kept and no draft still holds, after two days. */
export const sweepFiles: NightlyWork = async ({ db, files }, workspaceId) => {
  const swept = await inWorkspace(db, workspaceId, async (tx) => {
    const { rows } = await sql<{ storageKey: string }>`
      delete from file f
      where f.workspace_id = ${workspaceId} and not f.kept and f.created_at < now() - interval '2 days'
        and not exists (select from draft d where d.workspace_id = f.workspace_id and f.id = any (d.file_ids))
      returning f.storage_key`.execute(tx)
    return rows
  })
  // The bytes go once nothing names them any more: a crash here leaves bytes for sweepBytes, never a row without.
  for (const { storageKey } of swept) await files.remove(workspaceId, storageKey)
}
