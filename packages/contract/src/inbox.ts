import * as v from 'valibot'
import type { Answers } from './addressees.ts'
import { command, id, type Instant } from './base.ts'
import type { ClientView } from './clients.ts'
import { noteBody, type DraftView } from './composer.ts'
import { filterQuery } from './filter-inputs.ts'
import type { FilterHeld } from './filters.ts'
import { bin } from './messaging.ts'
import type { ReminderView } from './reminders.ts'
import { messageSeq, type TimelineItem } from './timeline.ts'
import { view, type Source, type View } from './views.ts'

/** The instant and id of the last row, as they came. */
export const cursor = v.pipe(v.string(), v.maxLength(90), v.regex(/^[0-9TZ:.+-]+_[0-9a-f-]{36}$/))
/** `long`: a screen that reads anew what it has shows it as long as it was. */
export const listQuery = v.object({
  view: v.optional(view, 'open'),
  after: v.optional(cursor),
  length: v.optional(v.literal('long')),
  ...filterQuery,
})

/** `note`: what whoever gets it should know. */
export const assignInput = v.object({
  ...command,
  assigneeId: v.nullable(id),
  note: v.optional(v.object({ noteId: id, body: noteBody })),
})
export type AssignInput = v.InferOutput<typeof assignInput>
export const conversationCommandInput = v.object(command)
/** Up to which message number the reader has read. */
export const readInput = v.object({ ...command, seq: messageSeq })

/** All a list shows of a conversation. */
export interface ConversationRow {
  id: string
  clientId: string
  clientName: string
  subject: string
  state: 'open' | 'archived' | 'deleted'
  source: Source
  /** The page whose form was filled in. */
  sourceUrl: string | null
  assigneeId: string | null
  lastSeq: number
  lastAt: Instant
  lastPreview: string
  lastDirection: 'in' | 'out' | 'note'
  waitingSince: Instant | null
  failedAt: Instant | null
  /** When somebody of ours last wrote to the client. */
  sentAt: Instant | null
  /** When its next reminder is due, or was. */
  followUpAt: Instant | null
  /** What the reminder that is due says; null while none is. */
  dueNote: string | null
  /** When it was last touched, or brought to the top: where it stands in a list. */
  topAt: Instant
}

/** A page of a view: an unbroken stretch, with what each row has unread for the reader. */
export interface ListPage {
  seq: number
  view: View
  /** What narrows it. */
  filter: FilterHeld
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

/** One that belongs with another, as that one shows it. */
export type LinkedConversation = Pick<ConversationRow, 'id' | 'clientId' | 'clientName' | 'subject'>

/** An opened conversation, as it was at `seq`. */
export interface OpenedConversation {
  seq: number
  conversation: ConversationRow
  client: ClientView
  items: TimelineItem[]
  /** Those that are still to be dealt with, what is due first before. */
  reminders: ReminderView[]
  /** Those that belong with it and that the reader may see. */
  linked: LinkedConversation[]
  /** Asks for what came before the first item. */
  before: string | null
  unread: number
  /** What of it the reader was told of and has not seen, by id. */
  notices: string[]
  draft: DraftView | null
  /** Where a reply goes. */
  recipient: string | null
  answers: Answers
  mailboxAddress: string | null
}

/** The numbers beside the views, absolute, as they were at `seq`; a view that is not named counts nothing. */
export interface Counts {
  seq: number
  views: Partial<Record<View, number>>
  toSort: number
  spam: number
  /** What the reader was told of and has not seen. */
  notices: number
}

export const afterQuery = v.object({ after: v.optional(cursor) })
export const binQuery = v.object({ bin: v.optional(bin, 'to-sort'), after: v.optional(cursor) })
