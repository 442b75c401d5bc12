import * as v from 'valibot'
import { command, id, line } from './base.ts'

const instant = v.pipe(
  v.string(),
  v.maxLength(40),
  v.isoTimestamp('invalid.format'),
  v.check((at) => !Number.isNaN(Date.parse(at)), 'invalid.format'),
)

/** What is asked of a reminder: when, about what, for whom (null is the team), and whether an answer makes it needless. */
export const reminderWish = v.object({
  dueAt: instant,
  note: line(300),
  ownerId: v.nullable(id),
  condition: v.picklist(['always', 'unanswered']),
})
export type ReminderWish = v.InferOutput<typeof reminderWish>

export const setReminderInput = v.object({ ...command, reminderId: id, ...reminderWish.entries })
export const changeReminderInput = v.object({ ...command, ...reminderWish.entries })
export const reminderCommandInput = v.object(command)
/** Which change is undone: another that came since stays. */
export const undoReminderInput = v.object({ ...command, version: v.pipe(v.number(), v.integer(), v.minValue(1)) })

/** A reminder of a conversation. */
export interface ReminderView extends ReminderWish {
  id: string
  conversationId: string
  state: 'waiting' | 'due' | 'done' | 'cancelled'
  setBy: string
  version: number
}

/** A reminder among others, with the conversation it is of. */
export interface ListedReminder extends ReminderView {
  clientId: string
  clientName: string
  subject: string
}

/** What somebody is to be reminded of, their own and the team's, what is due first. */
export interface RemindersSlice {
  seq: number
  reminders: ListedReminder[]
}

/** Those that are still to be dealt with. */
export function isOpenReminder({ state }: Pick<ReminderView, 'state'>): boolean {
  return state === 'waiting' || state === 'due'
}

/** What is due first stands first. */
export function byDue(a: Pick<ReminderView, 'dueAt' | 'id'>, b: Pick<ReminderView, 'dueAt' | 'id'>): number {
  return a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : a.id < b.id ? -1 : 1
}
