import type { ConversationRow } from '@comptoir/contract/inbox'
import type { Staff } from '../identity/actor.ts'
import { runCommand, type Live } from '../realtime/run-command.ts'
import { addEntry } from './add-entry.ts'
import { conversationToChange } from './conversations.ts'
import { conversationView } from './conversation-view.ts'
import { roomsOfConversation } from './rooms-of-conversation.ts'
import { unreadByPerson } from './unread-by-person.ts'

const changes = {
  archived: { command: 'inbox.archive_conversation', entry: 'archived', fact: 'inbox.conversation_archived' },
  open: { command: 'inbox.reopen_conversation', entry: 'reopened', fact: 'inbox.conversation_reopened' },
} as const

/** Puts a conversation away until the client writes again. Archiving it twice changes nothing. */
export const archiveConversation = changeTo('archived')

/** Takes a conversation out of the archive. Reopening an open one changes nothing. */
export const reopenConversation = changeTo('open')

function changeTo(state: keyof typeof changes) {
  const { command: name, entry: kind, fact } = changes[state]
  return (
    live: Live,
    staff: Staff,
    conversationId: string,
    { commandId }: { commandId: string },
  ): Promise<{ conversation: ConversationRow }> =>
    runCommand(live, staff, { name, commandId, input: { conversationId } }, async (tx) => {
      const was = await conversationToChange(tx, staff, conversationId)
      if (was.state === state) return { result: { conversation: conversationView(was) }, facts: [] }
      const conversation = conversationView({ ...was, state })
      const [entry, unread] = await Promise.all([
        addEntry(tx, was, { kind, actorName: staff.name, userId: null }),
        unreadByPerson(tx, staff.workspaceId, conversationId),
        tx
          .updateTable('conversation')
          .set({ state })
          .where('workspaceId', '=', staff.workspaceId)
          .where('id', '=', conversationId)
          .execute(),
      ])
      const data = { conversation, entry, unread }
      return {
        result: { conversation },
        facts: [{ name: fact, rooms: roomsOfConversation(was), data }],
        clientId: was.clientId,
      }
    })
}
