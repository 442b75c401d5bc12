import type { StaffEvent } from '@comptoir/contract/events'
import type { ConversationRow, ConversationsOfClient, Counts, ListPage, View } from '@comptoir/contract/inbox'
import type { Reader } from './reader.ts'
import { addPage, applyToStretch, type Stretch } from './stretch.ts'

/** A view of the inbox as a screen holds it: its first page and those that were added. */
export type ListState = ListPage & Stretch

/** The conversations of one client, as a screen holds them. */
export type ConversationsOfClientState = ConversationsOfClient & Stretch

/** What a screen keeps of the first page of a view. */
export function listFrom(page: ListPage): ListState {
  return { ...page, since: null }
}

/** A view after an event. */
export function applyToList(list: ListState, event: StaffEvent, reader: Reader): ListState {
  return applyToStretch(list, event, reader, (row, unread) => isInView(list.view, row, unread, reader))
}

/** A view with the next page, which was asked after `expectPage(list)`. */
export function addListPage(list: ListState, page: ListPage, reader: Reader): ListState {
  return addPage(list, page, reader, (row, unread) => isInView(list.view, row, unread, reader))
}

/** The same for the conversations of a client. */
export function applyToConversationsOfClient(
  list: ConversationsOfClientState,
  event: StaffEvent,
  reader: Reader,
): ConversationsOfClientState {
  return applyToStretch(list, event, reader, (row) => row.clientId === list.clientId && maySee(row, reader))
}

/** The numbers beside the views: whichever is more recent. */
export function applyToCounts(counts: Counts, pushed: Counts): Counts {
  return pushed.seq >= counts.seq ? pushed : counts
}

/** Whether a conversation belongs to a view of this reader. */
export function isInView(view: View, row: ConversationRow, unread: number, reader: Reader): boolean {
  if (!maySee(row, reader)) return false
  switch (view) {
    case 'open':
      return row.state === 'open'
    case 'archived':
      return row.state === 'archived'
    case 'unread':
      return unread > 0
    case 'mine':
      return row.state === 'open' && row.assigneeId === reader.userId
    case 'unassigned':
      return row.state === 'open' && row.assigneeId === null
  }
}

function maySee(row: ConversationRow, reader: Reader) {
  return reader.role !== 'delegate' || row.assigneeId === reader.userId
}
