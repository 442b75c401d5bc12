import { inWorkspace } from '@comptoir/db/db'
import { sql } from 'kysely'
import type { NightlyWork } from '../nightly-jobs.ts'

/** What was seen two months ago is news to nobody; what was not seen yet stays. */
export const sweepNotices: NightlyWork = ({ db }, workspaceId) =>
  inWorkspace(db, workspaceId, async (tx) => {
    await sql`
      delete from notice
      where workspace_id = ${workspaceId} and seen_at < now() - interval '60 days'`.execute(tx)
  })
