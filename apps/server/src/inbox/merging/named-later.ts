import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'

/** Whether a mail names, later than any mail of the one conversation, a mail of another that was split off. */
export async function isPartNamedLater(
  tx: Tx,
  workspaceId: string,
  references: string[],
  { partId, thanId }: { partId: string; thanId: string },
): Promise<boolean> {
  const lastOf = (conversationId: string) => sql`coalesce((
    select max(array_position(${references}::text[], r.mail_id)) from mail_reference r
    where r.workspace_id = ${workspaceId} and r.mail_id = any(${references}::text[])
      and r.conversation_id = ${conversationId}), 0)`
  const { rows } = await sql<{ isLater: boolean }>`
    select ${lastOf(partId)} > ${lastOf(thanId)} and exists (
      select from entry e
      where e.workspace_id = ${workspaceId} and e.conversation_id = ${partId} and e.kind = 'split_from') as is_later`.execute(
    tx,
  )
  return rows[0]!.isLater
}
