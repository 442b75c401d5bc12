import * as v from 'valibot'
import { command, email, filledLine, id, line, text, type Instant } from './base.ts'
import type { FileView } from './documents.ts'
import type { PhoneLabel } from './client-fields.ts'
import type { FieldValue } from './field-values.ts'
import { phone } from './phone.ts'

/** Who is added: only a name is needed. */
export const addClientInput = v.object({
  ...command,
  id,
  name: filledLine(120),
  company: v.optional(line(120), ''),
  street: v.optional(line(200), ''),
  postalCode: v.optional(line(20), ''),
  town: v.optional(line(100), ''),
  country: v.optional(line(60), ''),
  emails: v.optional(v.pipe(v.array(email), v.maxLength(20)), []),
  phones: v.optional(v.pipe(v.array(phone), v.maxLength(20)), []),
})
export type AddClientInput = v.InferOutput<typeof addClientInput>

/** Tags by name: one that does not exist is made. */
export const tagClientInput = v.object({ ...command, tags: v.pipe(v.array(filledLine(40)), v.maxLength(50)) })
export type TagClientInput = v.InferOutput<typeof tagClientInput>

const noteBody = v.pipe(text(4000), v.trim(), v.minLength(1, 'invalid.empty'))
export const addClientNoteInput = v.object({ ...command, id, body: noteBody })
export type AddClientNoteInput = v.InferOutput<typeof addClientNoteInput>
/** `was` is what its writer saw; it also puts back a note that was removed. */
export const changeClientNoteInput = v.object({
  ...command,
  body: noteBody,
  was: text(4000),
  place: v.picklist(['pinned', 'among']),
})
export type ChangeClientNoteInput = v.InferOutput<typeof changeClientNoteInput>
export const clientCommandInput = v.object(command)
/** A card holds so many. */
export const mostClientNotes = 100

/** Whether the images elsewhere in this client's mails are fetched without asking each time. */
export const showImagesInput = v.object({ ...command, images: v.picklist(['shown', 'asked']) })
export type ShowImagesInput = v.InferOutput<typeof showImagesInput>

export const findClientsQuery = v.object({ words: v.optional(line(100), '') })
/** Who has this address or this number already, however it is written. */
export const alikeQuery = v.object({ email: v.optional(line(254), ''), phone: v.optional(line(40), '') })

export type Tone = 'neutral' | 'accent' | 'warm' | 'info' | 'plum' | 'danger' | 'moss'

export interface TagView {
  id: string
  name: string
  tone: Tone
}

export interface ContactPointView {
  id: string
  value: string
}

export interface PhoneView extends ContactPointView {
  label: PhoneLabel
}

/** What somebody of the team wrote about a client. */
export interface ClientNoteView {
  id: string
  body: string
  /** Null: it was there before one knew who wrote it. */
  authorId: string | null
  pinned: 'pinned' | 'among'
  createdAt: Instant
  changedAt: Instant | null
}

export interface ClientView {
  id: string
  name: string
  title: string
  company: string
  street: string
  postalCode: string
  town: string
  country: string
  /** A day: `1980-11-22`. */
  birthday: string | null
  categoryId: string | null
  emails: ContactPointView[]
  phones: PhoneView[]
  tags: TagView[]
  /** Of their mails, those that lie elsewhere: fetched at once, or when the reader asks. */
  images: 'shown' | 'asked'
  /** Those that are pinned first, then the newest. */
  notes: ClientNoteView[]
  /** What stands in the fields of the business, by their ids; also in those that were removed. */
  values: Record<string, FieldValue>
  createdAt: Instant
}

/** A client's card, as it was at `seq`. */
export interface ClientSlice {
  seq: number
  client: ClientView
}

/** A client as a picker shows it. */
export interface ClientFound {
  id: string
  name: string
  company: string
  town: string
  email: string | null
}

/** A file that went between a client and the business. */
export interface ClientFile extends FileView {
  conversationId: string
  messageId: string
  direction: 'in' | 'out'
  at: Instant
}

/** The files of a client, the newest first, as they were at `seq`. */
export interface ClientFilesPage {
  seq: number
  clientId: string
  files: ClientFile[]
  /** Where the next page begins. */
  next: string | null
}
