import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import { isOpenReminder, type ReminderView, type ReminderWish } from '@comptoir/contract/reminders'
import type { EntryItem } from '@comptoir/contract/timeline'
import type { Staff } from '../../identity/actor.ts'
import { runCommand, type Command, type Live } from '../../realtime/run-command.ts'
import { Refusal } from '../../refusal.ts'
import { reminderChanged } from './reminder-changed.ts'
import { reminderView } from './reminder-view.ts'
import { reminderToChange } from './reminders.ts'
import { checkedWish, standingBefore, wishOf, type Standing } from './wish.ts'

/** Another time, note, owner or condition; one that is due and is put off waits again. */
export function changeReminder(
  live: Live,
  staff: Staff,
  reminderId: string,
  input: ReminderWish & { commandId: string },
): Promise<{ reminder: ReminderView }> {
  const command = { name: 'inbox.change_reminder', commandId: input.commandId, input: { reminderId, ...input } }
  return change(live, staff, command, reminderId, (row) => {
    refuseOver(row)
    const wish = checkedWish(staff, input, row)
    const state = wish.dueAt === row.dueAt ? row.state : 'waiting'
    return { to: { ...wish, state }, kind: 'reminder_moved' }
  })
}

/** What had to be done is done. */
export const completeReminder = endAs('done', 'reminder_done')

/** It is no longer wanted. */
export const cancelReminder = endAs('cancelled', 'reminder_cancelled')

/** Puts back what the change of that number changed, unless another came since. */
export function undoReminder(
  live: Live,
  staff: Staff,
  reminderId: string,
  { commandId, version }: { commandId: string; version: number },
): Promise<{ reminder: ReminderView }> {
  const command = { name: 'inbox.undo_reminder', commandId, input: { reminderId, version } }
  return change(live, staff, command, reminderId, (row) => {
    if (row.version !== version) throw new Refusal('conflict', 'errors.reminder_changed')
    const to = standingBefore(row)
    return { to, kind: to.state === 'cancelled' ? 'reminder_cancelled' : 'reminder_moved' }
  })
}

function endAs(state: 'done' | 'cancelled', kind: EntryItem['kind']) {
  return (live: Live, staff: Staff, reminderId: string, { commandId }: { commandId: string }) =>
    change(live, staff, { name: `inbox.${kind}`, commandId, input: { reminderId } }, reminderId, (row) => {
      refuseOver(row)
      return { to: { ...wishOf(row), state }, kind }
    })
}

function refuseOver(row: Pick<ReminderView, 'state'>) {
  if (!isOpenReminder(row)) throw new Refusal('conflict', 'errors.reminder_over')
}

type Row = Awaited<ReturnType<typeof reminderToChange>>['reminder']

function change(
  live: Live,
  staff: Staff,
  command: Command,
  reminderId: string,
  decide: (row: Row) => { to: Standing; kind: EntryItem['kind'] },
): Promise<{ reminder: ReminderView }> {
  return runCommand(live, staff, command, async (tx) => {
    const { conversation, reminder: row } = await reminderToChange(tx, staff, reminderId)
    const { to, kind } = decide(row)
    const reminder = await put(tx, row, to)
    const { fact } = await reminderChanged(tx, conversation, reminder, kind, staff.name)
    return { result: { reminder }, facts: [fact], clientId: conversation.clientId }
  })
}

/** The reminder as it is from now on, with what undoing this puts back. */
export async function put(tx: Tx, row: Row, to: Standing): Promise<ReminderView> {
  const now = await tx
    .updateTable('reminder')
    .set({ ...to, version: sql`version + 1`, was: JSON.stringify(wishOf(row)) })
    .where('workspaceId', '=', row.workspaceId)
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  return reminderView(now)
}
