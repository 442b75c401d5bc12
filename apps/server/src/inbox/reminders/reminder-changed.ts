import type { Tx } from '@comptoir/db/db'
import type { ReminderView } from '@comptoir/contract/reminders'
import type { EntryItem } from '@comptoir/contract/timeline'
import type { Fact } from '../../realtime/record-events.ts'
import { addEntry } from '../add-entry.ts'
import type { ConversationToChange } from '../conversations.ts'
import { conversationView } from '../conversation-view.ts'
import { roomsOfConversation } from '../rooms-of-conversation.ts'
import { unreadByPerson } from '../unread-by-person.ts'
import { followUp } from './follow-up.ts'

/** What became of a reminder, in the timeline and on the row of its locked conversation, and the fact that tells it. */
export async function reminderChanged(
  tx: Tx,
  was: ConversationToChange,
  reminder: ReminderView,
  kind: EntryItem['kind'],
  actorName: string,
): Promise<{ conversation: ConversationToChange; fact: Fact }> {
  const { note: summary, dueAt, ownerId: userId } = reminder
  const entry = await addEntry(tx, was, { kind, actorName, userId, summary, dueAt })
  const unread = await unreadByPerson(tx, was.workspaceId, was.id)
  const [now] = await followUp(tx, was.workspaceId, [was.id])
  const conversation = { ...was, ...now }
  const data = { conversation: conversationView(conversation), unread, reminder, entry }
  const rooms = roomsOfConversation(conversation)
  return { conversation, fact: { name: 'inbox.reminder_changed', rooms, data, clientId: was.clientId } }
}
