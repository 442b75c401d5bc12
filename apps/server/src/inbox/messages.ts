import type { Tx } from '@comptoir/db/db'
import type { Sight } from '../identity/actor.ts'
import { conversationsOf } from './conversations.ts'

/** The messages somebody may read: those of the conversations they may see. */
export function messagesOf(tx: Tx, staff: Sight) {
  return conversationsOf(tx, staff).innerJoin('message', (join) =>
    join
      .onRef('message.workspaceId', '=', 'conversation.workspaceId')
      .onRef('message.conversationId', '=', 'conversation.id'),
  )
}
