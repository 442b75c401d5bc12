import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'

/** The conversation whose mail one of ours answers, in which one of those it was sent to takes part. */
export async function conversationSentTo(
  tx: Tx,
  workspaceId: string,
  references: string[],
  people: string[],
): Promise<{ id: string } | undefined> {
  if (references.length === 0) return undefined
  const { rows } = await sql<{ id: string }>`
    select c.id
    from mail_reference r
    join conversation c on c.workspace_id = r.workspace_id and c.id = r.conversation_id
    where r.workspace_id = ${workspaceId} and r.mail_id = any (${references}::text[])
      and (exists (select from participant p
                   where p.workspace_id = c.workspace_id and p.conversation_id = c.id
                     and p.address = any (${people}::text[]))
        or exists (select from contact_point k
                   where k.workspace_id = c.workspace_id and k.client_id = c.client_id
                     and k.kind = 'email' and k.normalised = any (${people}::text[])))
    order by array_position(${references}::text[], r.mail_id) desc, c.last_at desc
    limit 1`.execute(tx)
  return rows[0]
}
