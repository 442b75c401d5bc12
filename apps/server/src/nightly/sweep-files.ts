import { inWorkspace } from '@comptoir/db/db'
import { sql } from 'kysely'
import type { NightlyWork } from '../nightly-jobs.ts'

/** Files that no message kept and no draft or unsent letter still holds, after two days. Nothing names their bytes any more: they go next. */
export const sweepFiles: NightlyWork = ({ db }, workspaceId) =>
  inWorkspace(db, workspaceId, async (tx) => {
    await sql`
      delete from file f
      where f.workspace_id = ${workspaceId} and not f.kept and f.created_at < now() - interval '2 days'
        and not exists (
          select from draft d
          where d.workspace_id = f.workspace_id
            and (f.id = any (d.file_ids) or position(f.id::text in d.body_html) > 0))
        and not exists (
          select from unsent_letter l
          where l.workspace_id = f.workspace_id
            and (f.id = any (l.file_ids) or position(f.id::text in l.body_html) > 0))`.execute(tx)
  })
