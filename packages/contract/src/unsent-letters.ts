import * as v from 'valibot'
import { recipientsInput, type Recipients } from './addressees.ts'
import { id, line, text, type Instant } from './base.ts'
import type { ClientFound } from './clients.ts'
import { mostBody } from './composer.ts'
import type { FileView } from './documents.ts'
import { signatureChoice, type SignatureChoice } from './signatures.ts'

/**
 * What a letter is about: the message or the conversation that is passed on or answered; of the beginning of a
 * conversation, the conversation it will be. Each person has one letter about each thing.
 */
export const letterPlace = v.object({
  about: v.picklist(['beginning', 'message', 'conversation', 'answer']),
  aboutId: id,
})
export type LetterPlace = v.InferOutput<typeof letterPlace>

export const saveLetterInput = v.object({
  /** Null: the default one. */
  mailboxId: v.nullable(id),
  client: v.nullable(
    v.variant('is', [
      v.object({ is: v.literal('existing'), clientId: id }),
      v.object({ is: v.literal('new'), name: line(120) }),
    ]),
  ),
  /** The address of a beginning as it stands there: half an address is kept too. */
  address: line(254),
  /** To whom a letter to somebody outside goes. */
  recipients: v.nullable(recipientsInput),
  subject: line(300),
  bodyHtml: text(mostBody),
  fileIds: v.pipe(v.array(id), v.maxLength(60, 'invalid.too_many_files')),
  signature: signatureChoice,
  /** The version this was written over; 0 for the first. */
  version: v.pipe(v.number(), v.integer(), v.minValue(0)),
})
export type SaveLetterInput = v.InferOutput<typeof saveLetterInput>

/** To whom a conversation is begun: somebody known, or somebody to be made. */
export type LetterClient = { is: 'existing'; client: ClientFound } | { is: 'new'; name: string }

/** What somebody is writing in a dialog and has not sent; theirs alone. */
export interface UnsentLetter extends LetterPlace {
  /** Where it will stand; null of a beginning. */
  conversationId: string | null
  mailboxId: string | null
  client: LetterClient | null
  address: string
  recipients: Recipients | null
  subject: string
  bodyHtml: string
  files: FileView[]
  signature: SignatureChoice
  version: number
  updatedAt: Instant
}

/** The letters somebody is writing, the one they touched last first. */
export interface LettersSlice {
  seq: number
  letters: UnsentLetter[]
}
