import type { ReminderView, ReminderWish } from '@comptoir/contract/reminders'
import type { Staff } from '../../identity/actor.ts'
import { runCommand, type Live } from '../../realtime/run-command.ts'
import { conversationToChange } from '../conversations.ts'
import { reminderChanged } from './reminder-changed.ts'
import { reminderView } from './reminder-view.ts'
import { checkedWish, wishOf } from './wish.ts'

export interface SetReminderInput extends ReminderWish {
  commandId: string
  reminderId: string
}

/** Sets a reminder on a conversation, for oneself or for the team. */
export function setReminder(
  live: Live,
  staff: Staff,
  conversationId: string,
  input: SetReminderInput,
): Promise<{ reminder: ReminderView }> {
  const command = { name: 'inbox.set_reminder', commandId: input.commandId, input: { conversationId, ...input } }
  return runCommand(live, staff, command, async (tx) => {
    const conversation = await conversationToChange(tx, staff, conversationId)
    const { workspaceId, userId: setBy } = staff
    const wish = checkedWish(staff, input)
    const row = await tx
      .insertInto('reminder')
      .values({
        workspaceId,
        id: input.reminderId,
        conversationId,
        setBy,
        ...wish,
        // Not wanted any more is what it was before anybody asked for it.
        was: JSON.stringify(wishOf({ ...wish, state: 'cancelled' })),
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    const reminder = reminderView(row)
    const { fact } = await reminderChanged(tx, conversation, reminder, 'reminder_set', staff.name)
    return { result: { reminder }, facts: [fact], clientId: conversation.clientId }
  })
}
