import { sql, type Selectable } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { Reminder } from '@comptoir/db/schema'
import type { ReminderView } from '@comptoir/contract/reminders'
import type { Sight, Staff } from '../../identity/actor.ts'
import { Refusal } from '../../refusal.ts'
import { conversationsOf, conversationToChange, type ConversationToChange } from '../conversations.ts'
import { reminderColumns, reminderView } from './reminder-view.ts'

/** The reminders somebody may see: those of the conversations that are theirs to see. */
export function remindersOf(tx: Tx, sight: Sight) {
  return conversationsOf(tx, sight).innerJoin('reminder', (join) =>
    join
      .onRef('reminder.workspaceId', '=', 'conversation.workspaceId')
      .onRef('reminder.conversationId', '=', 'conversation.id'),
  )
}

/** Those of a conversation that are still to be dealt with, what is due first before. */
export async function openRemindersOf(tx: Tx, workspaceId: string, conversationId: string): Promise<ReminderView[]> {
  const rows = await tx
    .selectFrom('reminder')
    .select(reminderColumns)
    .where('workspaceId', '=', workspaceId)
    .where('conversationId', '=', conversationId)
    // Written out, as the partial index has it.
    .where(sql<boolean>`state in ('waiting', 'due')`)
    .orderBy('dueAt')
    .orderBy('id')
    .execute()
  return rows.map(reminderView)
}

/** A reminder and its conversation, both locked for a command, the conversation first; what is not yours is not found. */
export async function reminderToChange(
  tx: Tx,
  staff: Staff,
  reminderId: string,
): Promise<{ conversation: ConversationToChange; reminder: Selectable<Reminder> }> {
  const found = await remindersOf(tx, staff)
    .where('reminder.id', '=', reminderId)
    .select('reminder.conversationId')
    .executeTakeFirst()
  if (!found) throw missing()
  const conversation = await conversationToChange(tx, staff, found.conversationId)
  const reminder = await tx
    .selectFrom('reminder')
    .selectAll()
    .where('workspaceId', '=', staff.workspaceId)
    .where('id', '=', reminderId)
    .forUpdate()
    .executeTakeFirst()
  if (!reminder) throw missing()
  return { conversation, reminder }
}

function missing() {
  return new Refusal('not_found', 'errors.reminder_missing')
}
