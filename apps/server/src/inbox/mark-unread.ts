import type { Staff } from '../identity/actor.ts'
import { userRoom } from '../realtime/rooms.ts'
import { runCommand, type Live } from '../realtime/run-command.ts'
import { conversationToChange } from './conversations.ts'
import { conversationView } from './conversation-view.ts'

/** Puts a conversation back among what this person has not read. */
export function markUnread(
  live: Live,
  staff: Staff,
  conversationId: string,
  { commandId }: { commandId: string },
): Promise<{ unread: number }> {
  const command = { name: 'inbox.mark_unread', commandId, input: { conversationId } }
  return runCommand(live, staff, command, async (tx) => {
    const row = await conversationToChange(tx, staff, conversationId)
    const { workspaceId, userId } = staff
    const { messages: unread } = await tx
      .insertInto('unread')
      .values({ workspaceId, userId, conversationId, messages: 1, lastAt: row.lastAt })
      // What is unread already keeps its count; the empty change makes the row come back.
      .onConflict((on) => on.columns(['workspaceId', 'userId', 'conversationId']).doUpdateSet({ lastAt: row.lastAt }))
      .returning('messages')
      .executeTakeFirstOrThrow()
    const data = { conversation: conversationView(row), unread }
    return {
      result: { unread },
      facts: [{ name: 'inbox.conversation_marked_unread', rooms: [userRoom(userId)], data }],
      clientId: row.clientId,
    }
  })
}
