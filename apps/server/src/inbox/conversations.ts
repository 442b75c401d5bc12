import type { Tx } from '@comptoir/db/db'
import { isTeam, type ClientActor, type Staff } from '../identity/actor.ts'
import { Refusal } from '../refusal.ts'

/** The conversations somebody may see: every read of the inbox starts here. */
export function conversationsOf(tx: Tx, actor: Staff | ClientActor) {
  return tx
    .selectFrom('conversation')
    .where('conversation.workspaceId', '=', actor.workspaceId)
    .$if(actor.is === 'client', (query) => query.where('conversation.clientId', '=', (actor as ClientActor).clientId))
    .$if(actor.is === 'staff' && !isTeam(actor), (query) =>
      query.where('conversation.assigneeId', '=', (actor as Staff).userId),
    )
}

/** One conversation, locked for a command; what is not yours is not found. */
export async function conversationToChange(tx: Tx, staff: Staff, conversationId: string) {
  const conversation = await conversationsOf(tx, staff)
    .where('conversation.id', '=', conversationId)
    .leftJoin('membership as m', (join) =>
      join.onRef('m.workspaceId', '=', 'conversation.workspaceId').onRef('m.userId', '=', 'conversation.assigneeId'),
    )
    .innerJoin('client', (join) =>
      join.onRef('client.workspaceId', '=', 'conversation.workspaceId').onRef('client.id', '=', 'conversation.clientId'),
    )
    .selectAll('conversation')
    .select(['m.role as assigneeRole', 'client.portalSince'])
    .forUpdate('conversation')
    .executeTakeFirst()
  if (!conversation) throw new Refusal('not_found', 'errors.conversation_missing')
  return conversation
}

export type ConversationToChange = Awaited<ReturnType<typeof conversationToChange>>
