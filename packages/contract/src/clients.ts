import * as v from 'valibot'
import { command, email, filledLine, id, line, text, type Instant } from './base.ts'

export const phone = v.pipe(line(40), v.regex(/^\+?[\d\s().\-/]{4,}$/, 'invalid.phone'))

const clientFields = {
  name: filledLine(120),
  company: v.optional(line(120), ''),
  street: v.optional(line(200), ''),
  postalCode: v.optional(line(20), ''),
  town: v.optional(line(100), ''),
  country: v.optional(line(60), ''),
  note: v.optional(text(10_000), ''),
  emails: v.optional(v.pipe(v.array(email), v.maxLength(20)), []),
  phones: v.optional(v.pipe(v.array(phone), v.maxLength(20)), []),
}

export const addClientInput = v.object({ ...command, id, ...clientFields })
export type AddClientInput = v.InferOutput<typeof addClientInput>

/** `version` is what the person saw: a change on top of another's is refused gently. */
export const changeClientInput = v.object({ ...command, version: v.pipe(v.number(), v.integer()), ...clientFields })
export type ChangeClientInput = v.InferOutput<typeof changeClientInput>

/** Tags by name: one that does not exist is made. */
export const tagClientInput = v.object({ ...command, tags: v.pipe(v.array(filledLine(40)), v.maxLength(50)) })
export type TagClientInput = v.InferOutput<typeof tagClientInput>

/** Whether the images elsewhere in this client's mails are fetched without asking each time. */
export const showImagesInput = v.object({ ...command, images: v.picklist(['shown', 'asked']) })
export type ShowImagesInput = v.InferOutput<typeof showImagesInput>

export const findClientsQuery = v.object({ words: v.optional(line(100), '') })

export type Tone = 'neutral' | 'accent' | 'warm' | 'info' | 'plum' | 'danger'

export interface TagView {
  id: string
  name: string
  tone: Tone
}

export interface ContactPointView {
  id: string
  value: string
}

export interface ClientView {
  id: string
  name: string
  company: string
  street: string
  postalCode: string
  town: string
  country: string
  note: string
  emails: ContactPointView[]
  phones: ContactPointView[]
  tags: TagView[]
  /** Of their mails, those that lie elsewhere: fetched at once, or when the reader asks. */
  images: 'shown' | 'asked'
  version: number
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
