import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'

/** Where a reply in a conversation goes: the address the client last wrote from here, else their first one, else nowhere. */
export const recipientOfConversation = sql<string | null>`(
  select p.normalised
  from contact_point p
  left join participant w
    on w.workspace_id = p.workspace_id and w.conversation_id = conversation.id and w.address = p.normalised
  where p.workspace_id = conversation.workspace_id and p.client_id = conversation.client_id and p.kind = 'email'
  order by w.address is null, p.last_used_at desc nulls last, p.position
  limit 1)`

/** The same, for one conversation. */
export async function recipientOf(tx: Tx, workspaceId: string, conversationId: string) {
  const found = await tx
    .selectFrom('conversation')
    .select(recipientOfConversation.as('recipient'))
    .where('conversation.workspaceId', '=', workspaceId)
    .where('conversation.id', '=', conversationId)
    .executeTakeFirst()
  return found?.recipient ?? null
}
