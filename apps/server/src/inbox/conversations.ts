import type { Tx } from '@comptoir/db/db'
import { isTeam, type Actor, type Staff, type System } from '../identity/actor.ts'
import { Refusal } from '../refusal.ts'

/** The conversations somebody may see: every read of the inbox starts here. */
export function conversationsOf(tx: Tx, actor: Actor) {
  const all = tx.selectFrom('conversation').where('conversation.workspaceId', '=', actor.workspaceId)
  if (actor.is === 'client') return all.where('conversation.clientId', '=', actor.clientId)
  if (actor.is === 'staff' && !isTeam(actor)) return all.where('conversation.assigneeId', '=', actor.userId)
  return all
}

/** One conversation, locked for a command; what is not yours is not found. */
export async function conversationToChange(tx: Tx, actor: Staff | System, conversationId: string) {
  const conversation = await conversationLocked(tx, actor, conversationId).executeTakeFirst()
  if (!conversation) throw new Refusal('not_found', 'errors.conversation_missing')
  return conversation
}

/** The query behind it, for commands that need more of the same row. */
export function conversationLocked(tx: Tx, actor: Staff | System, conversationId: string) {
  return (
    conversationsOf(tx, actor)
      .where('conversation.id', '=', conversationId)
      .innerJoin('client', (join) =>
        join
          .onRef('client.workspaceId', '=', 'conversation.workspaceId')
          .onRef('client.id', '=', 'conversation.clientId'),
      )
      .selectAll('conversation')
      // A subquery, not a join: whoever waited for the lock must find the role of the assignee of now.
      .select((eb) => [
        'client.portalSince',
        eb
          .selectFrom('membership as m')
          .select('m.role')
          .whereRef('m.workspaceId', '=', 'conversation.workspaceId')
          .whereRef('m.userId', '=', 'conversation.assigneeId')
          .as('assigneeRole'),
      ])
      .forUpdate('conversation')
  )
}

export type ConversationToChange = Awaited<ReturnType<typeof conversationToChange>>
