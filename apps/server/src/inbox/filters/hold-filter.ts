import type { Tx } from '@comptoir/db/db'
import type { Filter, FilterHeld } from '@comptoir/contract/filters'
import { endOf, startOf } from './day-start.ts'

/** A filter with the instants its days mean at this moment, where the business is. */
export async function holdFilter(tx: Tx, workspaceId: string, filter: Filter): Promise<FilterHeld> {
  const { since, until } = filter
  if (!since && !until) return filter
  const { timeZone } = await tx
    .selectFrom('workspace')
    .select('timeZone')
    .where('workspaceId', '=', workspaceId)
    .executeTakeFirstOrThrow()
  return {
    ...filter,
    ...(since && { sinceAt: startOf(since, timeZone) }),
    ...(until && { untilAt: endOf(until, timeZone) }),
  }
}
