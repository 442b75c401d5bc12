import { inWorkspace } from '@comptoir/db/db'
import { sql } from 'kysely'
import type { NightlyWork } from '../nightly-jobs.ts'

/** Letters about what is no more: a message of ours that was taken back, a conversation that was withdrawn. */
export const sweepLetters: NightlyWork = ({ db }, workspaceId) =>
  inWorkspace(db, workspaceId, async (tx) => {
    await sql`
      delete from unsent_letter l
      where l.workspace_id = ${workspaceId} and l.about <> 'beginning'
        and not exists (select from message m where m.workspace_id = l.workspace_id and m.id = l.about_id)
        and not exists (select from conversation c where c.workspace_id = l.workspace_id and c.id = l.about_id)`.execute(
      tx,
    )
  })
