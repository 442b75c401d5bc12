import { inWorkspace } from '@comptoir/db/db'
import { sql } from 'kysely'
import type { NightlyWork } from '../nightly-jobs.ts'

/** No screen repeats a command after 14 days. */
export const sweepCommands: NightlyWork = ({ db }, workspaceId) =>
  inWorkspace(db, workspaceId, async (tx) => {
    await sql`delete from command where workspace_id = ${workspaceId} and at < now() - interval '14 days'`.execute(tx)
  })
