import * as v from 'valibot'
import type { Addressee } from './addressees.ts'
import type { Instant } from './base.ts'
import type { FileView } from './documents.ts'
import type { Receipt } from './messaging.ts'

/** The number of a message in its conversation; 0 where there is none. */
export const messageSeq = v.pipe(v.number(), v.integer(), v.minValue(0))

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
  /** Who wrote it to whom, where it is a mail. */
  addressees: Addressee[]
  receipt: Receipt | null
  /** When it leaves, where that was put off: to be taken back for a moment more, or as planned. Past once it left. */
  leaving: Leaving | null
  /** What it ended with, where we wrote it: our rich text. */
  signatureHtml: string | null
  /** What a machine answered asks for nothing. */
  kind: 'message' | 'auto-reply'
  /** With whom it is spoken: the client, or somebody outside to whom a message was passed on. */
  party: 'client' | 'outsider'
  /** With an outsider: the message that was passed on, or that is answered; null where it is the whole conversation. */
  aboutId: string | null
  /** Ours, written in another program; or by nobody, on behalf of the business. */
  written: 'here' | 'elsewhere' | 'automatically'
  /** Whether the sender's domain confirmed it; null where nobody could ask. */
  senderCheck: 'verified' | 'unverified' | null
  calendar: CalendarCard | null
  /** The mailboxes it came to besides the first. */
  alsoIn: string[]
  at: Instant
}

/** `soon`: it waits for its writer to think again; `later`: for the time they chose. */
export interface Leaving {
  is: 'soon' | 'later'
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
  mentions: Mention[]
  at: Instant
}

/** Somebody named in a note, or the whole team, and where in its text, as browsers count. */
export interface Mention {
  startsAt: number
  length: number
  /** Null is the whole team. */
  userId: string | null
}

export interface EntryItem {
  is: 'entry'
  id: string
  kind:
    | 'assigned'
    | 'unassigned'
    | 'archived'
    | 'reopened'
    | 'deleted'
    | 'restored'
    | 'bounced'
    | 'gave_up'
    | 'complained'
    | 'maybe_related'
    | 'reminder_set'
    | 'reminder_moved'
    | 'reminder_due'
    | 'reminder_done'
    | 'reminder_cancelled'
    | 'merged'
    | 'unmerged'
    | 'split_off'
    | 'split_from'
  actorName: string
  /** To whom it was assigned. */
  userId: string | null
  /** The conversation it speaks of. */
  refId: string | null
  /** Of a message that came back: the address it was for and the key of why, with a space between. Of a reminder: its note. */
  summary: string
  /** When the reminder it speaks of is due; or until when what it tells can be undone. */
  dueAt: Instant | null
  at: Instant
}

export type TimelineItem = MessageItem | NoteItem | EntryItem

/** What came before the first item that is shown. */
export interface EarlierPage {
  seq: number
  items: TimelineItem[]
  before: string | null
}

/** The number and instant of the first item that is shown, as they came. */
export const earlierQuery = v.object({ before: v.pipe(v.string(), v.maxLength(60), v.regex(/^\d{1,9}_[0-9TZ:.-]+$/)) })
/** A mail as it came, as far as a screen shows it. */
export interface MessageOriginal {
  /** What one asks for first, in that order; a name may stand there several times. */
  headers: {
    name: 'from' | 'reply-to' | 'to' | 'cc' | 'date' | 'subject' | 'message-id' | 'authentication-results'
    value: string
  }[]
  text: string
  sizeBytes: number
  shownBytes: number
}

/** One message, or the whole conversation; what is said among the team and with others when it is asked for. */
export const printQuery = v.object({
  messageId: v.optional(v.pipe(v.string(), v.uuid())),
  inside: v.optional(v.picklist(['shown', 'hidden']), 'hidden'),
})
export type PrintQuery = v.InferOutput<typeof printQuery>

/** Images elsewhere are asked for by the reader, for loading them tells the sender who reads, and when. */
export const bodyQuery = v.object({ images: v.optional(v.picklist(['shown', 'blocked']), 'blocked') })
