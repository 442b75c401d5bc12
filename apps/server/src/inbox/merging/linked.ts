import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { LinkedConversation } from '@comptoir/contract/inbox'
import type { Staff } from '../../identity/actor.ts'
import { conversationsOf } from '../conversations.ts'

/** The conversations that belong with one, of those that somebody may see. */
export function linkedWith(tx: Tx, staff: Staff, conversationId: string): Promise<LinkedConversation[]> {
  const { workspaceId } = staff
  const ids = sql<string>`(
    select other_id from conversation_link where workspace_id = ${workspaceId} and one_id = ${conversationId}
    union all
    select one_id from conversation_link where workspace_id = ${workspaceId} and other_id = ${conversationId})`
  return conversationsOf(tx, staff)
    .where('conversation.id', 'in', ids)
    .select(['conversation.id', 'conversation.clientId', 'conversation.clientName', 'conversation.subject'])
    .orderBy('conversation.id')
    .execute()
}
