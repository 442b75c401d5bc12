import { inWorkspace } from '@comptoir/db/db'
import type { NightlyWork } from '../nightly-jobs.ts'

const keptForMs = 2 * 24 * 3600_000

/** Bytes that no row names, after two days: bytes are written first, and a crash may come between. */
export const sweepBytes: NightlyWork = async ({ db, files }, workspaceId) => {
  for await (const keys of files.keysBefore(workspaceId, Date.now() - keptForMs)) {
    if (keys.length === 0) continue
    const named = await inWorkspace(db, workspaceId, (tx) =>
      tx
        .selectFrom('file')
        .select('storageKey')
        .where('workspaceId', '=', workspaceId)
        .where('storageKey', 'in', keys)
        .execute(),
    )
    const kept = new Set(named.map(({ storageKey }) => storageKey))
    for (const key of keys) if (!kept.has(key)) await files.remove(workspaceId, key)
  }
}
