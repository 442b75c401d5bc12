import type { MessageItem } from '@comptoir/contract/timeline'
import type { Fact } from '../realtime/record-events.ts'
import { clientRoom } from '../realtime/rooms.ts'
import type { ConversationToChange } from './conversations.ts'
import { conversationView } from './conversation-view.ts'
import { roomsOfConversation } from './rooms-of-conversation.ts'
import type { WhereTo } from './where-replies-go.ts'
import type { Written } from './write-message.ts'

/** What a written message tells: the staff, and apart from them the client. */
export function sentFacts({
  conversation,
  message,
  ...written
}: Pick<Written, 'conversation' | 'message' | 'unread'> & WhereTo): Fact[] {
  const { unread, recipient, answers, mailboxAddress, mailboxOwnerId } = written
  const whereTo = { recipient, answers, mailboxAddress, mailboxOwnerId }
  const data = { conversation: conversationView(conversation), message, unread, ...whereTo }
  return [
    { name: 'inbox.message_sent', rooms: roomsOfConversation(conversation), data },
    // What waits may be taken back: the client hears of it when it leaves; never of what is written to somebody else.
    ...(message.leaving || message.party === 'outsider' ? [] : portalFacts(conversation, message)),
  ]
}

/** What the client hears in the portal, built apart from what the staff see. */
export function portalFacts(
  conversation: ConversationToChange,
  message: Pick<MessageItem, 'id' | 'text' | 'authorName' | 'at'>,
): Fact[] {
  if (!conversation.portalSince) return []
  const { id: messageId, text, authorName, at } = message
  const data = { messageId, conversationId: conversation.id, text, authorName, at }
  return [{ name: 'portal.message_sent', rooms: [clientRoom(conversation.clientId)], data }]
}
