import type { Leaving } from '@comptoir/contract/timeline'
import { instantOf } from '../instant.ts'
import { Refusal } from '../refusal.ts'

const mostMs = 366 * 24 * 3600_000

/** When a message leaves: at the time that was chosen, or once it can no longer be taken back; null: at once. */
export function leavingAt(chosen: string | undefined, undoUntil: string | null): Leaving | null {
  if (chosen === undefined) return undoUntil === null ? null : { is: 'soon', at: undoUntil }
  return { is: 'later', at: plannedAt(chosen) }
}

/** A time to come, in the form of the database. */
export function plannedAt(chosen: string): string {
  const wait = Date.parse(chosen) - Date.now()
  if (!(wait > 0)) throw new Refusal('invalid', 'errors.leaving_is_past')
  if (wait > mostMs) throw new Refusal('invalid', 'errors.leaving_is_far')
  return instantOf(new Date(chosen))
}
