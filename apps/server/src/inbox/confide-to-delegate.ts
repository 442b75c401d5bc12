import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { ConversationToChange } from './conversations.ts'
import { topAt } from './top-at.ts'

/**
 * A delegate gets a conversation: what the client said since our last answer is unread for them. Answers how many.
 */
export async function confideTo(tx: Tx, conversation: ConversationToChange, userId: string): Promise<number> {
  const { workspaceId, id, clientId } = conversation
  // Shared, so that a change of the client's card waits, and is then heard by the delegate too.
  await tx
    .selectFrom('client')
    .select('id')
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', clientId)
    .forShare()
    .execute()
  const { rows } = await sql<{ messages: number }>`
    insert into unread (workspace_id, user_id, conversation_id, messages, last_at, is_assignee)
    select ${workspaceId}, ${userId}::uuid, ${id}::uuid, count(*)::integer, ${topAt(conversation)}::timestamptz, true
    from message m
    where m.workspace_id = ${workspaceId} and m.conversation_id = ${id} and m.direction = 'in'
      and m.seq > coalesce((
        select max(o.seq) from message o
        where o.workspace_id = ${workspaceId} and o.conversation_id = ${id} and o.direction = 'out'), 0)
    having count(*) > 0
    on conflict (workspace_id, user_id, conversation_id) do update set messages = excluded.messages
    returning messages`.execute(tx)
  return rows[0]?.messages ?? 0
}

/** A delegate loses a conversation, with what was unread of it. What they were writing waits for them. */
export async function takeBackFrom(tx: Tx, conversation: { workspaceId: string; id: string }, userId: string) {
  await tx
    .deleteFrom('unread')
    .where('workspaceId', '=', conversation.workspaceId)
    .where('userId', '=', userId)
    .where('conversationId', '=', conversation.id)
    .execute()
}
