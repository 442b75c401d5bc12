import { sql } from 'kysely'
import { readWorkspace, type Db, type Tx } from '@comptoir/db/db'
import { countedAtMost, type Filter, type FilteredCount } from '@comptoir/contract/filters'
import { orderOf, type View } from '@comptoir/contract/views'
import type { Staff } from '../../identity/actor.ts'
import { columnsOf } from '../columns-of-view.ts'
import { filtered } from './filtered.ts'
import { holdFilter } from './hold-filter.ts'

/** How many a narrowed view holds, as far as is counted. */
export function countFiltered(db: Db, staff: Staff, view: View, filter: Filter): Promise<FilteredCount> {
  return readWorkspace(db, staff.workspaceId, (tx) => countOf(tx, staff, view, filter))
}

export async function countOf(tx: Tx, staff: Staff, view: View, filter: Filter): Promise<FilteredCount> {
  const held = await holdFilter(tx, staff.workspaceId, filter)
  const { conversations, walks } = await filtered(tx, staff, view, held)
  const direction = orderOf(view) === 'latest' ? 'desc' : 'asc'
  const [at, id] = columnsOf(walks)
  // In the order of the list, or all would be read to find the first thousand.
  const upTo = conversations
    .select(sql.lit(1).as('one'))
    .orderBy(at, direction)
    .orderBy(id, direction)
    .limit(sql.lit(countedAtMost + 1))
  const { n } = await tx
    .selectFrom(upTo.as('held'))
    .select((eb) => sql<number>`${eb.fn.countAll()}::integer`.as('n'))
    .executeTakeFirstOrThrow()
  return { n: Math.min(n, countedAtMost), more: n > countedAtMost }
}
