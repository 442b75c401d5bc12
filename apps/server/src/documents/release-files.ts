import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'

/** Files that a kept text or a signature let go of: what nothing else holds is nobody's, and is swept at night. */
export async function releaseFiles(tx: Tx, workspaceId: string, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  const held = ['attachment', 'template_file', 'own_signature_picture', 'mailbox_signature_picture'].map(
    (table) => sql`select from ${sql.table(table)} h where h.workspace_id = f.workspace_id and h.file_id = f.id`,
  )
  await sql`
    update file f set kept = false
    where f.workspace_id = ${workspaceId} and f.id = any (${ids}::uuid[])
      and not exists (${sql.join(held, sql` union all `)})`.execute(tx)
}
