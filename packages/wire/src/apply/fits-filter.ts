import type { FilterHeld } from '@comptoir/contract/filters'
import { pageOf } from '@comptoir/contract/filters'
import type { ConversationRow } from '@comptoir/contract/inbox'
import type { Reader } from './reader.ts'
import type { UnreadByPerson } from './stretch.ts'

/**
 * Whether a conversation fits a filter, as far as its row tells; `maybe` where the filter asks for what no row tells:
 * words, a tag, a category or a channel.
 */
export function fitsFilter(
  filter: FilterHeld,
  row: ConversationRow,
  unread: UnreadByPerson,
  reader: Reader,
): 'yes' | 'no' | 'maybe' {
  if (!isTold(filter, row, unread, reader)) return 'no'
  return asksMore(filter) ? 'maybe' : 'yes'
}

/** Whether a filter asks for what no row tells. */
export function asksMore({ text, tag, category, channel }: FilterHeld): boolean {
  return text !== undefined || tag !== undefined || category !== undefined || channel !== undefined
}

function isTold(filter: FilterHeld, row: ConversationRow, unread: UnreadByPerson, { userId }: Reader) {
  const { assignee, source, page, sinceAt, untilAt, state, waiting } = filter
  const wanted = assignee === 'me' ? userId : assignee === 'nobody' ? null : assignee
  const unreadBy = filter.unread === 'mine' ? userId : filter.unread === 'assignee' ? row.assigneeId : undefined
  return (
    (wanted === undefined || row.assigneeId === wanted) &&
    (source === undefined || row.source === source) &&
    (page === undefined || (row.sourceUrl !== null && pageOf(row.sourceUrl) === page)) &&
    (sinceAt === undefined || row.topAt >= sinceAt) &&
    (untilAt === undefined || row.topAt < untilAt) &&
    (state === undefined || row.state === state) &&
    (waiting === undefined || (row.state === 'open' && row.waitingSince !== null)) &&
    (unreadBy === undefined || (unreadBy !== null && (unread[unreadBy] ?? 0) > 0))
  )
}
