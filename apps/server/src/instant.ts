import type { Instant } from '@comptoir/contract/base'

/** This instant as the database tells it: UTC, six digits of a second, so that instants sort as text. */
export function now(): Instant {
  return instantOf(new Date())
}

/** An instant of Node in the same form. */
export function instantOf(date: Date): Instant {
  return date.toISOString().replace('Z', '000Z')
}

/** The later of two instants in that form. */
export function laterOf(one: Instant, other: Instant): Instant {
  return one < other ? other : one
}
