import type { ConversationRow } from '@comptoir/contract/inbox'
import type { Staff } from '../identity/actor.ts'
import { runCommand, type Live } from '../realtime/run-command.ts'
import { addEntry } from './add-entry.ts'
import { conversationToChange } from './conversations.ts'
import { conversationView } from './conversation-view.ts'
import { roomsOfConversation } from './rooms-of-conversation.ts'
import { unreadByPerson } from './unread-by-person.ts'

/** Takes a conversation out of the archive. Reopening an open one changes nothing. */
export function reopenConversation(
  live: Live,
  staff: Staff,
  conversationId: string,
  { commandId }: { commandId: string },
): Promise<{ conversation: ConversationRow }> {
  const command = { name: 'inbox.reopen_conversation', commandId, input: { conversationId } }
  return runCommand(live, staff, command, async (tx) => {
    const was = await conversationToChange(tx, staff, conversationId)
    if (was.state === 'open') return { result: { conversation: conversationView(was) }, facts: [] }
    const conversation = conversationView({ ...was, state: 'open' })
    const [entry, unread] = await Promise.all([
      addEntry(tx, was, { kind: 'reopened', actorName: staff.name, userId: null }),
      unreadByPerson(tx, staff.workspaceId, conversationId),
      tx
        .updateTable('conversation')
        .set({ state: 'open' })
        .where('workspaceId', '=', staff.workspaceId)
        .where('id', '=', conversationId)
        .execute(),
    ])
    return {
      result: { conversation },
      facts: [
        { name: 'inbox.conversation_reopened', rooms: roomsOfConversation(was), data: { conversation, entry, unread } },
      ],
      clientId: was.clientId,
    }
  })
}
