import { inWorkspace } from '@comptoir/db/db'
import { sql } from 'kysely'
import type { NightlyWork } from '../nightly-jobs.ts'

/** After a day a merge is not undone any more; where the conversation went is kept for good. */
export const sweepMergings: NightlyWork = ({ db }, workspaceId) =>
  inWorkspace(db, workspaceId, async (tx) => {
    await sql`
      update merging set was = null
      where workspace_id = ${workspaceId} and at < now() - interval '2 days' and was is not null`.execute(tx)
  })
