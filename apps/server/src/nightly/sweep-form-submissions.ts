import { inWorkspace } from '@comptoir/db/db'
import { sql } from 'kysely'
import type { NightlyWork } from '../nightly-jobs.ts'

/** After two days no page is taken any more, and no limit looks back. */
export const sweepFormSubmissions: NightlyWork = ({ db }, workspaceId) =>
  inWorkspace(db, workspaceId, async (tx) => {
    await sql`
      delete from form_submission
      where workspace_id = ${workspaceId} and at < now() - interval '2 days'`.execute(tx)
  })
