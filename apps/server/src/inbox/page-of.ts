import { sortedAt, type ViewOrder } from '@comptoir/contract/views'
import { conversationView } from './conversation-view.ts'

export const pageSize = 50
/** Rows of a list that is read anew while it is long. */
export const longSize = 500

type Row = Parameters<typeof conversationView>[0] & { unread: number | null }

/** A page from rows of which one more than a page was asked. */
export function pageOf(rows: Row[], order: ViewOrder, size = pageSize) {
  const page = rows.slice(0, size)
  const shown = page.map(conversationView)
  const last = shown.at(-1)
  return {
    rows: shown,
    unread: Object.fromEntries(page.flatMap((row) => (row.unread === null ? [] : [[row.id, row.unread]]))) as Record<
      string,
      number
    >,
    next: rows.length > size && last ? `${sortedAt(order, last)}_${last.id}` : null,
  }
}
