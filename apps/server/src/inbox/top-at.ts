import type { Instant } from '@comptoir/contract/base'
import { laterOf } from '../instant.ts'

/** Where a conversation stands in a list: as the database has it, which a row that has just moved does not know yet. */
export function topAt({ lastAt, bumpedAt }: { lastAt: Instant; bumpedAt: Instant | null }): Instant {
  return bumpedAt ? laterOf(lastAt, bumpedAt) : lastAt
}
