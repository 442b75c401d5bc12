import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { Fact } from '../realtime/record-events.ts'
import type { ConversationToChange } from './conversations.ts'
import { roomsOfConversation } from './rooms-of-conversation.ts'

/** Whether nothing is left of a conversation that we began once its only message is taken back. */
export async function isLeftEmpty(tx: Tx, { workspaceId, id, source }: ConversationToChange): Promise<boolean> {
  if (source !== 'staff') return false
  const { rows } = await sql<{ isEmpty: boolean }>`
    select not exists (select from message where workspace_id = ${workspaceId} and conversation_id = ${id})
       and not exists (select from note where workspace_id = ${workspaceId} and conversation_id = ${id})
       and not exists (select from entry where workspace_id = ${workspaceId} and conversation_id = ${id})
       and not exists (select from reminder where workspace_id = ${workspaceId} and conversation_id = ${id})
       and not exists (select from draft where workspace_id = ${workspaceId} and conversation_id = ${id}) as is_empty`.execute(
    tx,
  )
  return rows[0]!.isEmpty
}

/** Removes a conversation of which nothing is left, as if it had not been begun. */
export async function withdrawConversation(tx: Tx, was: ConversationToChange): Promise<Fact> {
  const { workspaceId, id } = was
  for (const table of ['participant', 'mailReference', 'unread', 'notice'] as const)
    await tx.deleteFrom(table).where('workspaceId', '=', workspaceId).where('conversationId', '=', id).execute()
  await tx.deleteFrom('conversation').where('workspaceId', '=', workspaceId).where('id', '=', id).execute()
  return { name: 'inbox.conversation_withdrawn', rooms: roomsOfConversation(was), data: { conversationId: id } }
}
