import type { StaffEvent } from '@comptoir/contract/events'
import type { BulkChange } from '@comptoir/contract/bulk'
import type { FilterHeld } from '@comptoir/contract/filters'
import type { ConversationRow, ConversationsOfClient, Counts, ListPage } from '@comptoir/contract/inbox'
import { orderOf, type View } from '@comptoir/contract/views'
import { fitsFilter } from './fits-filter.ts'
import type { Reader } from './reader.ts'
import { addPage, applyToStretch, type Belonging, type Stretch, type UnreadByPerson } from './stretch.ts'

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
  return applyToStretch(list, event, reader, belongingTo(list, reader))
}

/** A view with the next page, which was asked after `expectPage(list)`. */
export function addListPage(list: ListState, page: ListPage, reader: Reader): ListState {
  return addPage(list, page, reader, belongingTo(list, reader))
}

/** The same for the conversations of a client. */
export function applyToConversationsOfClient(
  list: ConversationsOfClientState,
  event: StaffEvent,
  reader: Reader,
): ConversationsOfClientState {
  return applyToStretch(list, event, reader, ofClient(list.clientId, reader))
}

export function addPageOfClient(
  list: ConversationsOfClientState,
  page: ConversationsOfClient,
  reader: Reader,
): ConversationsOfClientState {
  return addPage(list, page, reader, ofClient(list.clientId, reader))
}

/** The numbers beside the views: whichever is more recent. */
export function applyToCounts(counts: Counts, pushed: Counts): Counts {
  return pushed.seq >= counts.seq ? pushed : counts
}

function ofClient(clientId: string, reader: Reader): Belonging {
  return {
    order: 'latest',
    isIn: (row) => (row.clientId === clientId && row.state !== 'deleted' && maySee(row, reader) ? 'yes' : 'no'),
    asksOfClients: false,
    mayGain: (change) =>
      change.is === 'state'
        ? change.state === 'open'
        : change.is === 'assignee' && (reader.role === 'delegate' || change.note !== undefined),
  }
}

function belongingTo({ view, filter }: ListState, reader: Reader): Belonging {
  return {
    order: orderOf(view),
    isIn: (row, unread) => (isInView(view, row, unread, reader) ? fitsFilter(filter, row, unread, reader) : 'no'),
    mayGain: (change) => mayGain(view, change, reader) || mayFit(filter, change, reader),
    asksOfClients: filter.tag !== undefined || filter.category !== undefined || filter.text !== undefined,
  }
}

/** Whether a conversation belongs to a view of this reader. */
export function isInView(view: View, row: ConversationRow, unread: UnreadByPerson, reader: Reader): boolean {
  if (!maySee(row, reader)) return false
  const [kind, of] = view.split(':')
  switch (kind) {
    case 'open':
    case 'archived':
    case 'deleted':
      return row.state === kind
    case 'all':
      return row.state !== 'deleted'
    case 'unread':
      return (unread[reader.userId] ?? 0) > 0
    case 'unread-assignee':
      return row.assigneeId !== null && (unread[row.assigneeId] ?? 0) > 0
    case 'to-answer':
      return row.state === 'open' && row.waitingSince !== null
    case 'follow-up':
      return row.state !== 'deleted' && row.followUpAt !== null
    case 'sent':
      return row.state !== 'deleted' && row.sentAt !== null
    case 'mine':
      return row.state === 'open' && row.assigneeId === reader.userId
    case 'unassigned':
      return row.state === 'open' && row.assigneeId === null
    case 'member':
      return row.state === 'open' && row.assigneeId === of
    case 'source':
      return row.state !== 'deleted' && row.source === of
    default:
      return false
  }
}

/** Whether a change of many may bring into a view what was not in it. */
function mayGain(view: View, change: BulkChange, reader: Reader): boolean {
  const [kind] = view.split(':')
  switch (change.is) {
    case 'state':
      return change.state === 'open' ? kind !== 'archived' && kind !== 'deleted' : kind === change.state
    case 'assignee':
      // A note brings them to the top.
      if (change.note) return true
      return reader.role === 'delegate' || ['mine', 'member', 'unassigned', 'unread-assignee'].includes(kind!)
    case 'unread':
      return kind === 'unread-assignee' || (kind === 'unread' && change.userId === reader.userId)
    case 'follow-up':
      return kind === 'follow-up' && change.followUpAt !== null
    case 'read':
      return false
  }
}

/** Whether a change of many may make fit a filter what did not. */
function mayFit({ assignee, unread, state, waiting }: FilterHeld, change: BulkChange, reader: Reader): boolean {
  switch (change.is) {
    case 'state':
      return state === change.state || (waiting !== undefined && change.state === 'open')
    case 'assignee':
      return assignee !== undefined || unread === 'assignee'
    case 'unread':
      return unread === 'assignee' || (unread === 'mine' && change.userId === reader.userId)
    case 'follow-up':
    case 'read':
      return false
  }
}

function maySee(row: ConversationRow, reader: Reader) {
  return reader.role !== 'delegate' || row.assigneeId === reader.userId
}
