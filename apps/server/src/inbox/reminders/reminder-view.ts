import type { Selectable } from 'kysely'
import type { Reminder } from '@comptoir/db/schema'
import type { ReminderView } from '@comptoir/contract/reminders'

/** The columns a reminder is shown from. */
export const reminderColumns = [
  'reminder.id',
  'reminder.conversationId',
  'reminder.ownerId',
  'reminder.setBy',
  'reminder.dueAt',
  'reminder.note',
  'reminder.condition',
  'reminder.state',
  'reminder.version',
] as const

export function reminderView(row: Omit<Selectable<Reminder>, 'workspaceId' | 'was'>): ReminderView {
  const { id, conversationId, ownerId, setBy, dueAt, note, condition, state, version } = row
  return { id, conversationId, ownerId, setBy, dueAt, note, condition, state, version }
}
