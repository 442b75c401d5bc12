import type { Tx } from '@comptoir/db/db'
import type { Staff } from '../identity/actor.ts'
import type { Fact } from '../realtime/record-events.ts'
import { userRoom } from '../realtime/rooms.ts'
import type { ConversationToChange } from './conversations.ts'
import { conversationView } from './conversation-view.ts'
import { roomsOfConversation } from './rooms-of-conversation.ts'
import { unreadByPerson } from './unread-by-person.ts'

/** What somebody has unread changed: theirs alone to hear, unless they are the one who answers for it. */
export async function unreadFact(
  tx: Tx,
  { userId, workspaceId }: Staff,
  row: ConversationToChange,
  name: 'inbox.conversation_read' | 'inbox.conversation_marked_unread',
): Promise<Fact> {
  const unread = await unreadByPerson(tx, workspaceId, row.id)
  const rooms = row.assigneeId === userId ? roomsOfConversation(row) : [userRoom(userId)]
  return { name, rooms, data: { conversation: conversationView(row), unread } }
}
