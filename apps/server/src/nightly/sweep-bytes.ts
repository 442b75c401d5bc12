import { inWorkspace, type Tx } from '@comptoir/db/db'
import { sql } from 'kysely'
import type { NightlyWork } from '../nightly-jobs.ts'

const keptForMs = 2 * 24 * 3600_000

/** Bytes that no row names, after two days: bytes are written first, and a crash may come between. */
export const sweepBytes: NightlyWork = async ({ db, files }, workspaceId) => {
  for await (const keys of files.keysBefore(workspaceId, Date.now() - keptForMs)) {
    if (keys.length === 0) continue
    const swept = await inWorkspace(db, workspaceId, async (tx) => {
      if (!(await noBackupUnderWay(tx))) return 'not-now'
      const named = await tx
        .selectFrom('file')
        .select('storageKey')
        .where('workspaceId', '=', workspaceId)
        .where('storageKey', 'in', keys)
        .execute()
      const kept = new Set(named.map(({ storageKey }) => storageKey))
      for (const key of keys) if (!kept.has(key)) await files.remove(workspaceId, key)
      return 'done'
    })
    if (swept === 'not-now') return
  }
}

/**
 * A backup reads files that rows named at its instant, even if none does since: it shares this lock until its end.
 * Tomorrow is early enough.
 */
async function noBackupUnderWay(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ free: boolean }>`
    select pg_try_advisory_xact_lock(hashtext('comptoir.files')) as free`.execute(tx)
  return rows[0]!.free
}
