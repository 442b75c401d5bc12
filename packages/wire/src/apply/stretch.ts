import type { StaffEvent } from '@comptoir/contract/events'
import type { BulkChange } from '@comptoir/contract/bulk'
import type { ConversationRow } from '@comptoir/contract/inbox'
import { sortedAt, type ViewOrder } from '@comptoir/contract/views'
import type { Reader } from './reader.ts'
import { rowAfter } from './row-after.ts'

/**
 * An unbroken stretch of conversations from the top of their order: everything at or above `next` is here, so that a
 * screen decides alone what belongs.
 */
export interface Stretch {
  seq: number
  rows: ConversationRow[]
  /** What the reader has unread of each row; those not named have nothing. */
  unread: Record<string, number>
  /** Where the stretch ends, and the cursor of the next page; null when all is here. */
  next: string | null
  /** What was heard since a further page was asked; null while none is on its way. */
  since: StaffEvent[] | null
  /** Something may belong here that no event tells whole: to be fetched again. */
  stale?: boolean
}

/** What each person has unread of a conversation; those not named have nothing. */
export type UnreadByPerson = Record<string, number>

/** Whether a conversation belongs in a stretch, and where. */
export interface Belonging {
  order: ViewOrder
  /** Whether what is not here may come in by a change of many. */
  mayGain: (change: BulkChange) => boolean
  /** `maybe`: the row alone does not tell. */
  isIn: (row: ConversationRow, unread: UnreadByPerson) => 'yes' | 'no' | 'maybe'
  /** Whether it depends on what stands on the cards of clients. */
  asksOfClients: boolean
}

/** The stretch after an event; one at or below its number changes nothing. */
export function applyToStretch<S extends Stretch>(
  stretch: S,
  event: StaffEvent,
  reader: Reader,
  belonging: Belonging,
): S {
  if (event.seq <= stretch.seq) return stretch
  const since = stretch.since && [...stretch.since, event]
  return { ...changed(stretch, event, reader, belonging), seq: event.seq, since }
}

/** To be called when the page after `next` is asked: what is heard until it comes is kept for it. */
export function expectPage<S extends Stretch>(stretch: S): S {
  return { ...stretch, since: [] }
}

/** The stretch with the page that was asked, whichever of the two is more recent. */
export function addPage<S extends Stretch>(
  stretch: S,
  page: Pick<Stretch, 'seq' | 'rows' | 'unread' | 'next'>,
  reader: Reader,
  belonging: Belonging,
): S {
  const known = new Set(stretch.rows.map((row) => row.id))
  const rows = [...stretch.rows, ...page.rows.filter((row) => !known.has(row.id))].sort(inOrder(belonging.order))
  const merged = { ...stretch, rows, unread: { ...page.unread, ...stretch.unread }, next: page.next, since: null }
  const missed = (stretch.since ?? []).filter((event) => event.seq > page.seq)
  return missed.reduce((so, event) => changed(so, event, reader, belonging), merged)
}

/** What stands first comes first; instants and ids sort as text. */
export function inOrder(order: ViewOrder) {
  const step = order === 'latest' ? 1 : -1
  return (a: ConversationRow, b: ConversationRow): number => {
    const [one, other] = [sortedAt(order, a), sortedAt(order, b)]
    if (one !== other) return one < other ? step : -step
    return a.id < b.id ? step : a.id > b.id ? -step : 0
  }
}

function changed<S extends Stretch>(stretch: S, event: StaffEvent, reader: Reader, belonging: Belonging): S {
  switch (event.name) {
    case 'inbox.message_received':
    case 'inbox.message_sent':
    case 'inbox.sending_taken_back':
    case 'inbox.note_added':
    case 'inbox.conversation_assigned':
    case 'inbox.conversation_archived':
    case 'inbox.conversation_reopened':
    case 'inbox.conversation_deleted':
    case 'inbox.conversation_restored':
    case 'inbox.conversation_read':
    case 'inbox.conversation_marked_unread':
    case 'inbox.trouble_told':
    case 'inbox.reminder_changed':
    case 'inbox.reminder_due':
    case 'access.granted':
      return placed(stretch, event.data.conversation, event.data.unread, reader, belonging)
    case 'inbox.conversation_rearranged': {
      const { conversation, unread, goneIds } = event.data
      const after = placed(goneIds.reduce(without, stretch), conversation, unread, reader, belonging)
      // What is said in it has changed: whether that is asked for is to be asked again.
      return belonging.isIn(conversation, unread) === 'maybe' ? { ...after, stale: true } : after
    }
    case 'inbox.conversations_changed':
      return changedAlike(stretch, event.data.conversationIds, event.data.change, reader, belonging)
    case 'inbox.leaving_changed':
    case 'inbox.receipt_changed': {
      const { conversation } = event.data
      const rows = stretch.rows.map((row) => (row.id === conversation.id ? conversation : row))
      return { ...stretch, rows }
    }
    case 'inbox.conversation_withdrawn':
      return without(stretch, event.data.conversationId)
    case 'access.revoked':
      return event.data.conversationIds.reduce(without, stretch)
    case 'clients.client_changed': {
      const { id, name } = event.data.client
      const rows = stretch.rows.map((row) => (row.clientId === id ? { ...row, clientName: name } : row))
      return belonging.asksOfClients ? { ...stretch, rows, stale: true } : { ...stretch, rows }
    }
    case 'clients.tag_changed':
    case 'clients.tag_removed':
    case 'clients.clients_tagged':
      return belonging.asksOfClients ? { ...stretch, stale: true } : stretch
    default:
      return stretch
  }
}

/** The same became of many: what is here changes or goes, what is not may have come in. */
function changedAlike<S extends Stretch>(
  stretch: S,
  conversationIds: string[],
  change: BulkChange,
  reader: Reader,
  belonging: Belonging,
): S {
  const known = new Map(stretch.rows.map((row) => [row.id, row]))
  const after = conversationIds.reduce((so, id) => {
    const row = known.get(id)
    if (!row) return so
    const { row: now, unread } = moved(so, row, change, reader)
    return placed(so, now, unread, reader, belonging)
  }, stretch)
  const isAllKnown = conversationIds.every((id) => known.has(id))
  return !isAllKnown && belonging.mayGain(change) ? { ...after, stale: true } : after
}

/** A row after a change of many, and what its reader and whoever answers for it have unread of it. */
function moved(stretch: Stretch, row: ConversationRow, change: BulkChange, reader: Reader) {
  const now = rowAfter(row, change)
  const unread: UnreadByPerson = { [reader.userId]: stretch.unread[row.id] ?? 0 }
  // Whoever answers for it: all that a row here says of them is whether it is here.
  if (row.assigneeId && row.assigneeId !== reader.userId) unread[row.assigneeId] = 1
  if (change.is === 'state' && change.state === 'deleted') return { row: now, unread: {} }
  if (change.is === 'read') unread[change.userId] = 0
  if (change.is === 'unread') unread[change.userId] = Math.max(1, unread[change.userId] ?? 0)
  return { row: now, unread }
}

function placed<S extends Stretch>(
  stretch: S,
  row: ConversationRow,
  unread: UnreadByPerson,
  reader: Reader,
  { order, isIn }: Belonging,
): S {
  const rest = without(stretch, row.id)
  const belongs = isIn(row, unread)
  if (belongs === 'no' || !reaches(stretch.next, row, order)) return rest
  // One that is here changes in place; whether another came in is to be asked.
  const isHere = rest.rows.length < stretch.rows.length
  if (belongs === 'maybe' && !isHere) return { ...rest, stale: true }
  const rows = [...rest.rows, row].sort(inOrder(order))
  const own = unread[reader.userId] ?? 0
  return { ...rest, rows, unread: own > 0 ? { ...rest.unread, [row.id]: own } : rest.unread }
}

function without<S extends Stretch>(stretch: S, conversationId: string): S {
  const { [conversationId]: _, ...unread } = stretch.unread
  return { ...stretch, rows: stretch.rows.filter((row) => row.id !== conversationId), unread }
}

function reaches(next: string | null, row: ConversationRow, order: ViewOrder) {
  if (next === null) return true
  const place = `${sortedAt(order, row)}_${row.id}`
  return order === 'latest' ? place >= next : place <= next
}
