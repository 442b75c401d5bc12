import * as v from 'valibot'
import { reminderWish, type ReminderView, type ReminderWish } from '@comptoir/contract/reminders'
import type { Staff } from '../../identity/actor.ts'
import { instantOf } from '../../instant.ts'
import { Refusal } from '../../refusal.ts'

/** A wish in the form it is kept, for oneself or the team, for a time to come; what stays as it was needs no reason. */
export function checkedWish(
  staff: Pick<Staff, 'userId'>,
  { dueAt, note, ownerId, condition }: ReminderWish,
  before?: Pick<ReminderView, 'dueAt' | 'ownerId'>,
): ReminderWish {
  if (ownerId !== null && ownerId !== staff.userId && ownerId !== before?.ownerId)
    throw new Refusal('not_allowed', 'errors.not_allowed')
  const at = dueAt === before?.dueAt ? dueAt : instantOf(new Date(dueAt))
  if (at !== before?.dueAt && Date.parse(at) <= Date.now()) throw new Refusal('invalid', 'errors.reminder_past')
  return { dueAt: at, note, ownerId, condition }
}

const standing = v.object({ ...reminderWish.entries, state: v.picklist(['waiting', 'due', 'done', 'cancelled']) })
/** How a reminder stands, but for what it is of. */
export type Standing = v.InferOutput<typeof standing>

/** How it stood before its last change, as that kept it. */
export function standingBefore({ was }: { was: unknown }): Standing {
  return v.parse(standing, was)
}

/** What undoing a change puts back. */
export function wishOf({ dueAt, note, ownerId, condition, state }: Standing): Standing {
  return { dueAt, note, ownerId, condition, state }
}
