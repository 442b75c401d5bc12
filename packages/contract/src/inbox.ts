import * as v from 'valibot'
import { command, filledLine, id, text, type Instant } from './base.ts'
import { addClientInput, type ClientView } from './clients.ts'
import type { FileView } from './documents.ts'
import { bin, type Receipt } from './messaging.ts'

export const view = v.picklist(['open', 'unread', 'mine', 'unassigned', 'archived'])
export type View = v.InferOutput<typeof view>

/** The instant and id of the last row, as they came. */
const cursor = v.pipe(v.string(), v.maxLength(90), v.regex(/^[0-9TZ:.+-]+_[0-9a-f-]{36}$/))
export const listQuery = v.object({ view: v.optional(view, 'open'), after: v.optional(cursor) })

const bodyHtml = v.pipe(text(200_000), v.minLength(1, 'invalid.empty'))
const fileIds = v.optional(v.pipe(v.array(id), v.maxLength(20, 'invalid.too_many_files')), [])
const baseSeq = v.pipe(v.number(), v.integer(), v.minValue(0))

export const sendReplyInput = v.object({
  ...command,
  /** Made by the screen, so that the row it shows at once is the row that comes. */
  messageId: id,
  bodyHtml,
  fileIds,
  /** The last message number its writer had seen. */
  baseSeq,
  /** `anyway`: sent although something newer is there. */
  conflict: v.optional(v.picklist(['refuse', 'anyway']), 'refuse'),
})
export type SendReplyInput = v.InferOutput<typeof sendReplyInput>

export const addNoteInput = v.object({
  ...command,
  noteId: id,
  body: v.pipe(text(20_000), v.trim(), v.minLength(1, 'invalid.empty')),
})
export type AddNoteInput = v.InferOutput<typeof addNoteInput>

export const startConversationInput = v.object({
  ...command,
  conversationId: id,
  messageId: id,
  client: v.variant('is', [
    v.object({ is: v.literal('existing'), clientId: id }),
    v.object({ is: v.literal('new'), ...v.omit(addClientInput, ['commandId']).entries }),
  ]),
  mailboxId: v.optional(id),
  to: v.pipe(v.string(), v.trim(), v.toLowerCase(), v.email('invalid.email')),
  subject: filledLine(300),
  bodyHtml,
  fileIds,
})
export type StartConversationInput = v.InferOutput<typeof startConversationInput>

export const assignInput = v.object({ ...command, assigneeId: v.nullable(id) })
export const conversationCommandInput = v.object(command)
/** Up to which message number the reader has read. */
export const readInput = v.object({ ...command, seq: baseSeq })

export const saveDraftInput = v.object({
  kind: v.picklist(['reply', 'note']),
  bodyHtml: text(200_000),
  fileIds,
  baseSeq,
  /** The version this text was written over; 0 for the first. */
  version: v.pipe(v.number(), v.integer(), v.minValue(0)),
})
export type SaveDraftInput = v.InferOutput<typeof saveDraftInput>

/** All a list shows of a conversation. */
export interface ConversationRow {
  id: string
  clientId: string
  clientName: string
  subject: string
  state: 'open' | 'archived'
  source: 'email' | 'sms' | 'form' | 'portal' | 'staff'
  /** The page whose form was filled in. */
  sourceUrl: string | null
  assigneeId: string | null
  lastSeq: number
  lastAt: Instant
  lastPreview: string
  lastDirection: 'in' | 'out' | 'note'
  waitingSince: Instant | null
  failedAt: Instant | null
}

/** A page of a view: an unbroken stretch, with what each row has unread for the reader. */
export interface ListPage {
  seq: number
  view: View
  rows: ConversationRow[]
  unread: Record<string, number>
  next: string | null
}

/** A page of one client's conversations, of every state, newest first. */
export interface ConversationsOfClient {
  seq: number
  clientId: string
  rows: ConversationRow[]
  unread: Record<string, number>
  next: string | null
}

export interface Attachment extends FileView {
  contentId: string | null
  inline: boolean
}

export interface MessageItem {
  is: 'message'
  id: string
  seq: number
  direction: 'in' | 'out'
  channel: 'email' | 'sms' | 'portal' | 'form'
  userId: string | null
  authorName: string
  subject: string
  /** What was said, without what was quoted. */
  text: string
  quotedText: string
  /** `own`: our rich text, safe to draw; `mail`: shown by its own sandboxed route; `none`: text only. */
  html: { is: 'own'; html: string } | { is: 'mail'; remoteImages: number } | { is: 'none' }
  attachments: Attachment[]
  receipt: Receipt | null
  /** What a machine answered asks for nothing. */
  kind: 'message' | 'auto-reply'
  /** Ours, written in another program; or by nobody, on behalf of the business. */
  written: 'here' | 'elsewhere' | 'automatically'
  /** Whether the sender's domain confirmed it; null where nobody could ask. */
  senderCheck: 'verified' | 'unverified' | null
  calendar: CalendarCard | null
  /** The mailboxes it came to besides the first. */
  alsoIn: string[]
  at: Instant
}

/** An invitation, or an answer to one, as its card shows it. */
export interface CalendarCard {
  method: 'request' | 'reply' | 'cancel' | 'publish'
  summary: string
  /** An instant, or a date where it lasts whole days. */
  startsAt: string | null
  endsAt: string | null
  location: string
  organizer: string
  /** What the writer of a reply says. */
  answer: 'accepted' | 'declined' | 'tentative' | null
}

export interface NoteItem {
  is: 'note'
  id: string
  seq: number
  userId: string
  authorName: string
  text: string
  at: Instant
}

export interface EntryItem {
  is: 'entry'
  id: string
  kind: 'assigned' | 'unassigned' | 'archived' | 'reopened' | 'bounced' | 'gave_up' | 'complained' | 'maybe_related'
  actorName: string
  /** To whom it was assigned. */
  userId: string | null
  /** The conversation it speaks of. */
  refId: string | null
  /** Of a message that came back: the address it was for and the key of why, with a space between. */
  summary: string
  at: Instant
}

export type TimelineItem = MessageItem | NoteItem | EntryItem

export interface DraftView {
  conversationId: string
  kind: 'reply' | 'note'
  bodyHtml: string
  files: FileView[]
  baseSeq: number
  version: number
  updatedAt: Instant
}

/** An opened conversation, as it was at `seq`. */
export interface OpenedConversation {
  seq: number
  conversation: ConversationRow
  client: ClientView
  items: TimelineItem[]
  /** Asks for what came before the first item. */
  before: string | null
  unread: number
  draft: DraftView | null
  /** Where a reply goes. */
  recipient: string | null
  mailboxAddress: string | null
}

/** What came before the first item that is shown. */
export interface EarlierPage {
  seq: number
  items: TimelineItem[]
  before: string | null
}

/** The numbers beside the views, absolute, as they were at `seq`. */
export interface Counts {
  seq: number
  open: number
  unread: number
  mine: number
  unassigned: number
  archived: number
  toSort: number
  spam: number
}

/** The number and instant of the first item that is shown, as they came. */
export const earlierQuery = v.object({ before: v.pipe(v.string(), v.maxLength(60), v.regex(/^\d{1,9}_[0-9TZ:.-]+$/)) })
/** Images elsewhere are asked for by the reader, for loading them tells the sender who reads, and when. */
export const bodyQuery = v.object({ images: v.optional(v.picklist(['shown', 'blocked']), 'blocked') })
export const afterQuery = v.object({ after: v.optional(cursor) })
export const binQuery = v.object({ bin: v.optional(bin, 'to-sort'), after: v.optional(cursor) })
