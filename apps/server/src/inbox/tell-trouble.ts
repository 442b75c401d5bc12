import type { Tx } from '@comptoir/db/db'
import type { Fact } from '../realtime/record-events.ts'
import { addEntry } from './add-entry.ts'
import type { ConversationToChange } from './conversations.ts'
import { conversationView } from './conversation-view.ts'
import { countUnread } from './count-unread.ts'
import type { Cause } from './notices/notice-for.ts'
import { roomsOfConversation } from './rooms-of-conversation.ts'
import { entryOf, type Trouble } from './trouble.ts'
import { unreadByPerson } from './unread-by-person.ts'

/**
 * Says in a locked conversation what befell a message, and makes it unread for whoever wrote that; if they left, for
 * all. Answers what they are to be told too, once everything is counted.
 */
export async function tellTrouble(
  tx: Tx,
  conversation: ConversationToChange,
  trouble: Trouble & { authorId: string | null; seq: number },
): Promise<{ fact: Fact; causes: Cause[] }> {
  const { workspaceId, id, clientId } = conversation
  const { is, messageId, recipient, authorId, seq } = trouble
  const shown = entryOf(trouble)
  const entry = shown && (await addEntry(tx, conversation, { ...shown, actorName: '', userId: null }))
  const ofAuthor = authorId ? await countUnread(tx, conversation, authorId) : {}
  const told = Object.keys(ofAuthor).length > 0 ? ofAuthor : await countUnread(tx, conversation)
  const unread = await unreadByPerson(tx, workspaceId, id)
  const data = {
    conversation: conversationView(conversation),
    unread,
    entry,
    trouble: is,
    messageId,
    recipient,
    tells: Object.keys(told),
  }
  const about = { kind: 'trouble', thingId: messageId, conversationId: id, summary: is, seq } as const
  const causes = data.tells.map((userId) => ({ ...about, userId }))
  return { fact: { name: 'inbox.trouble_told', rooms: roomsOfConversation(conversation), data, clientId }, causes }
}
