import { inWorkspace } from '@comptoir/db/db'
import { sql } from 'kysely'
import { releaseFiles } from '../documents/release-files.ts'
import type { NightlyWork } from '../nightly-jobs.ts'

/** Kept texts that were removed, after seven days: no screen still offers to bring one back. Their files are let go. */
export const sweepTemplates: NightlyWork = ({ db }, workspaceId) =>
  inWorkspace(db, workspaceId, async (tx) => {
    const { rows } = await sql<{ fileIds: string[] }>`
      with gone as (
        select id from template
        where workspace_id = ${workspaceId} and removed_at < now() - interval '7 days'
        for update
      ), held as (
        select f.file_id from template_file f join gone on gone.id = f.template_id where f.workspace_id = ${workspaceId}
      ), swept as (
        delete from template t using gone where t.workspace_id = ${workspaceId} and t.id = gone.id
      )
      select array(select distinct file_id from held) as file_ids`.execute(tx)
    await releaseFiles(tx, workspaceId, rows[0]!.fileIds)
  })
