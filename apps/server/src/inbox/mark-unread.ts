import type { Staff } from '../identity/actor.ts'
import { runCommand, type Live } from '../realtime/run-command.ts'
import { conversationToChange } from './conversations.ts'
import { unreadFact } from './unread-fact.ts'

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
      .values({
        workspaceId,
        userId,
        conversationId,
        messages: 1,
        lastAt: row.topAt,
        isAssignee: row.assigneeId === userId,
      })
      // What is unread already keeps its count; the empty change makes the row come back.
      .onConflict((on) => on.columns(['workspaceId', 'userId', 'conversationId']).doUpdateSet({ lastAt: row.topAt }))
      .returning('messages')
      .executeTakeFirstOrThrow()
    const fact = await unreadFact(tx, staff, row, 'inbox.conversation_marked_unread')
    return { result: { unread }, facts: [fact], clientId: row.clientId }
  })
}
