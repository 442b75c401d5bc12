import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { Filter } from '@comptoir/contract/filters'
import { orderOf, type View } from '@comptoir/contract/views'
import type { Staff } from '../../identity/actor.ts'
import { columnsOf } from '../columns-of-view.ts'
import { conversationColumns } from '../conversation-view.ts'
import { filtered } from './filtered.ts'
import { holdFilter } from './hold-filter.ts'

export interface FilteredAsked {
  view: View
  filter: Filter
  after: string | undefined
  size: number
}

/** The rows of a page of a narrowed view, and one more; and what its filter meant. */
export async function filteredRows(tx: Tx, staff: Staff, { view, filter, after, size }: FilteredAsked) {
  const held = await holdFilter(tx, staff.workspaceId, filter)
  const { conversations, walks } = await filtered(tx, staff, view, held)
  const [lastAt, rowId] = columnsOf(walks)
  const [at, id] = after?.split('_') ?? []
  const direction = orderOf(view) === 'latest' ? 'desc' : 'asc'
  const past = sql.raw(direction === 'desc' ? '<' : '>')
  const rows = await conversations
    .select([...conversationColumns, 'unread.messages as unread'])
    .$if(after !== undefined, (q) =>
      q.where(sql<boolean>`(${lastAt}, ${rowId}) ${past} (${at}::timestamptz, ${id}::uuid)`),
    )
    .orderBy(lastAt, direction)
    .orderBy(rowId, direction)
    .limit(sql.lit(size + 1))
    .execute()
  return { held, rows }
}
