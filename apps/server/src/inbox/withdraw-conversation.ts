import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { BeginningTaken } from '@comptoir/contract/composer'
import type { Fact } from '../realtime/record-events.ts'
import type { ConversationToChange } from './conversations.ts'
import type { FileView } from '@comptoir/contract/documents'
import type { MessageToLeave } from './message-to-leave.ts'
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

/** What was written, for the dialog where it was. */
export async function beginningTaken(
  tx: Tx,
  { workspaceId, id: conversationId, clientId, subject, mailboxId }: ConversationToChange,
  { bodyHtml, recipients, files }: MessageToLeave & { files: FileView[] },
): Promise<BeginningTaken> {
  const client = await tx
    .selectFrom('client')
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', clientId)
    .select(['id', 'name', 'company', 'town'])
    .executeTakeFirstOrThrow()
  const to = recipients.to[0]?.address ?? ''
  return { conversationId, mailboxId, client: { ...client, email: to }, to, subject, bodyHtml: bodyHtml ?? '', files }
}
