import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import { now } from '../instant.ts'
import type { PreparedMail } from '../messaging/prepare-mail.ts'
import { addEntry } from './add-entry.ts'

/**
 * A mail that refers to a conversation its sender takes no part in begins one of its own, which says where it may
 * belong: a person can tell, a header cannot. Nobody has the new conversation open yet, so nobody needs to hear it.
 */
export async function linkToRelated(
  tx: Tx,
  workspaceId: string,
  { references }: PreparedMail,
  conversationId: string,
): Promise<void> {
  if (references.length === 0) return
  const { rows } = await sql<{ id: string; subject: string }>`
    select c.id, c.subject
    from mail_reference r
    join conversation c on c.workspace_id = r.workspace_id and c.id = r.conversation_id
    where r.workspace_id = ${workspaceId} and r.mail_id = any (${references}::text[])
      and r.conversation_id <> ${conversationId}
    order by array_position(${references}::text[], r.mail_id) desc, c.last_at desc
    limit 1`.execute(tx)
  const [related] = rows
  if (!related) return
  const entry = {
    kind: 'maybe_related',
    actorName: '',
    userId: null,
    refId: related.id,
    summary: related.subject,
  } as const
  await addEntry(tx, { workspaceId, id: conversationId, lastAt: now() }, entry)
}
