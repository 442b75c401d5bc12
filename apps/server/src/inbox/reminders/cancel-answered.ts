import type { Tx } from '@comptoir/db/db'
import type { Fact } from '../../realtime/record-events.ts'
import type { ConversationToChange } from '../conversations.ts'
import { put } from './change-reminder.ts'
import { reminderChanged } from './reminder-changed.ts'
import { wishOf } from './wish.ts'

/** The client wrote: reminders that were for their silence are called off. Answers the conversation as it then is. */
export async function cancelAnswered(
  tx: Tx,
  was: ConversationToChange,
): Promise<{ conversation: ConversationToChange; facts: Fact[] }> {
  const rows = await tx
    .selectFrom('reminder')
    .selectAll()
    .where('workspaceId', '=', was.workspaceId)
    .where('conversationId', '=', was.id)
    .where('condition', '=', 'unanswered')
    .where('state', 'in', ['waiting', 'due'])
    .orderBy('dueAt')
    .forUpdate()
    .execute()
  let conversation = was
  const facts: Fact[] = []
  for (const row of rows) {
    const reminder = await put(tx, row, { ...wishOf(row), state: 'cancelled' })
    // By nobody: the message itself called it off.
    const changed = await reminderChanged(tx, conversation, reminder, 'reminder_cancelled', '')
    conversation = changed.conversation
    facts.push(changed.fact)
  }
  return { conversation, facts }
}
