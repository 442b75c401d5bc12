import { conversationView } from './conversation-view.ts'

export const pageSize = 50

type Row = Parameters<typeof conversationView>[0] & { unread: number | null }

/** A page from rows of which one more than a page was asked. */
export function pageOf(rows: Row[]) {
  const page = rows.slice(0, pageSize)
  const last = page.at(-1)
  return {
    rows: page.map(conversationView),
    unread: Object.fromEntries(page.flatMap((row) => (row.unread === null ? [] : [[row.id, row.unread]]))) as Record<
      string,
      number
    >,
    next: rows.length > pageSize && last ? `${last.lastAt}_${last.id}` : null,
  }
}
