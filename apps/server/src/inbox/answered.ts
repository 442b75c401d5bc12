import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { Answers } from '@comptoir/contract/addressees'
import { answersTo, type Answered } from './answers-to.ts'
import { recipientOfConversation } from './recipient.ts'

/** Of a conversation, what an answer to its last message is computed from. */
export const answeredOfConversation = sql<Omit<Answered, 'recipient'>>`jsonb_build_object(
  'addressees', (
    select coalesce(jsonb_agg(jsonb_build_object('role', r.role, 'address', r.address, 'name', r.name)
                              order by r.position), '[]')
    from message_recipient r
    where r.workspace_id = conversation.workspace_id and r.message_id = coalesce(
      (select m.id from message m
       where m.workspace_id = conversation.workspace_id and m.conversation_id = conversation.id
         and m.direction = 'in' and m.kind = 'message' and m.party = 'client'
       order by m.seq desc limit 1),
      (select m.id from message m
       where m.workspace_id = conversation.workspace_id and m.conversation_id = conversation.id
         and m.direction = 'out' and not m.is_automatic and m.party = 'client'
       order by m.seq desc limit 1))),
  'hasWritten', exists (
    select from message m
    where m.workspace_id = conversation.workspace_id and m.conversation_id = conversation.id
      and m.direction = 'in' and m.kind = 'message' and m.party = 'client'),
  'own', (
    select coalesce(jsonb_agg(b.address order by b.address), '[]')
    from mailbox b
    where b.workspace_id = conversation.workspace_id))`

/** Where the client is written to, and to whom an answer goes. */
export async function answersOf(
  tx: Tx,
  workspaceId: string,
  conversationId: string,
): Promise<{ recipient: string | null; answers: Answers }> {
  const { recipient, answered } = await tx
    .selectFrom('conversation')
    .select([recipientOfConversation.as('recipient'), answeredOfConversation.as('answered')])
    .where('conversation.workspaceId', '=', workspaceId)
    .where('conversation.id', '=', conversationId)
    .executeTakeFirstOrThrow()
  return { recipient, answers: answersTo({ ...answered, recipient }) }
}
