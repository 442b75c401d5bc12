import type { StaffEvent } from '@comptoir/contract/events'
import type { ConversationRow } from '@comptoir/contract/inbox'
import type { Reader } from './reader.ts'

/**
 * An unbroken stretch of conversations from the top, newest first: everything at or above `next` is here, so
 * that a screen decides alone what belongs.
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
}

type IsIn = (row: ConversationRow, unread: number) => boolean

/** The stretch after an event; one at or below its number changes nothing. */
export function applyToStretch<S extends Stretch>(stretch: S, event: StaffEvent, reader: Reader, isIn: IsIn): S {
  if (event.seq <= stretch.seq) return stretch
  const since = stretch.since && [...stretch.since, event]
  return { ...changed(stretch, event, reader, isIn), seq: event.seq, since }
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
  isIn: IsIn,
): S {
  const known = new Set(stretch.rows.map((row) => row.id))
  const rows = [...stretch.rows, ...page.rows.filter((row) => !known.has(row.id))].sort(newestFirst)
  const merged = { ...stretch, rows, unread: { ...page.unread, ...stretch.unread }, next: page.next, since: null }
  const missed = (stretch.since ?? []).filter((event) => event.seq > page.seq)
  return missed.reduce((so, event) => changed(so, event, reader, isIn), merged)
}

/** Latest first; instants and ids sort as text. */
export function newestFirst(a: ConversationRow, b: ConversationRow): number {
  if (a.lastAt !== b.lastAt) return a.lastAt < b.lastAt ? 1 : -1
  return a.id < b.id ? 1 : a.id > b.id ? -1 : 0
}

function changed<S extends Stretch>(stretch: S, event: StaffEvent, reader: Reader, isIn: IsIn): S {
  switch (event.name) {
    case 'inbox.message_received':
    case 'inbox.message_sent':
    case 'inbox.note_added':
    case 'inbox.conversation_assigned':
    case 'inbox.conversation_archived':
    case 'inbox.conversation_reopened':
    case 'inbox.trouble_told':
      return placed(stretch, event.data.conversation, event.data.unread[reader.userId] ?? 0, isIn)
    case 'inbox.conversation_read':
    case 'inbox.conversation_marked_unread':
    case 'access.granted':
      return placed(stretch, event.data.conversation, event.data.unread, isIn)
    case 'inbox.receipt_changed': {
      const { conversation } = event.data
      return stretch.rows.some((row) => row.id === conversation.id)
        ? placed(stretch, conversation, stretch.unread[conversation.id] ?? 0, isIn)
        : stretch
    }
    case 'access.revoked':
      return without(stretch, event.data.conversationId)
    case 'clients.client_changed': {
      const { id, name } = event.data.client
      return { ...stretch, rows: stretch.rows.map((row) => (row.clientId === id ? { ...row, clientName: name } : row)) }
    }
    default:
      return stretch
  }
}

function placed<S extends Stretch>(stretch: S, row: ConversationRow, unread: number, isIn: IsIn): S {
  const rest = without(stretch, row.id)
  if (!isIn(row, unread) || !reaches(stretch.next, row)) return rest
  const rows = [...rest.rows, row].sort(newestFirst)
  return { ...rest, rows, unread: unread > 0 ? { ...rest.unread, [row.id]: unread } : rest.unread }
}

function without<S extends Stretch>(stretch: S, conversationId: string): S {
  const { [conversationId]: _, ...unread } = stretch.unread
  return { ...stretch, rows: stretch.rows.filter((row) => row.id !== conversationId), unread }
}

function reaches(next: string | null, row: ConversationRow) {
  return next === null || `${row.lastAt}_${row.id}` >= next
}
