import type { Tx } from '@comptoir/db/db'
import type { Fact } from '../../realtime/record-events.ts'
import type { ConversationToChange } from '../conversations.ts'
import { conversationView } from '../conversation-view.ts'
import { roomsOfConversation } from '../rooms-of-conversation.ts'
import { unreadByPerson } from '../unread-by-person.ts'

/** What is in a conversation came from others, which are gone, or went: whoever has it open reads it anew. */
export async function rearranged(tx: Tx, conversation: ConversationToChange, goneIds: string[]): Promise<Fact> {
  const unread = await unreadByPerson(tx, conversation.workspaceId, conversation.id)
  return {
    name: 'inbox.conversation_rearranged',
    rooms: roomsOfConversation(conversation),
    data: { conversation: conversationView(conversation), unread, goneIds },
    clientId: conversation.clientId,
  }
}
