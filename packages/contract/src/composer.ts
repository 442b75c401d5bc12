import * as v from 'valibot'
import { recipientsInput, type Recipients } from './addressees.ts'
import { command, filledLine, id, text, type Instant } from './base.ts'
import { addClientInput } from './clients.ts'
import type { FileView } from './documents.ts'
import type { About } from './forwarding.ts'
import { signatureChoice, type SignatureChoice } from './signatures.ts'
import { messageSeq } from './timeline.ts'

/** How much a message of ours may hold, with its markup. */
export const mostBody = 200_000
const bodyHtml = v.pipe(text(mostBody), v.minLength(1, 'invalid.empty'))
const fileIds = v.optional(v.pipe(v.array(id), v.maxLength(20, 'invalid.too_many_files')), [])

export const sendReplyInput = v.object({
  ...command,
  /** Made by the screen, so that the row it shows at once is the row that comes. */
  messageId: id,
  bodyHtml,
  fileIds,
  /** The last message number its writer had seen. */
  baseSeq: messageSeq,
  /** To whom; without it to whoever wrote last. */
  recipients: v.optional(recipientsInput),
  /** When it leaves, where its writer chose a time. */
  leavesAt: v.optional(v.pipe(v.string(), v.isoTimestamp())),
  signature: v.optional(signatureChoice, 'with'),
  /** `anyway`: sent although something newer is there. */
  conflict: v.optional(v.picklist(['refuse', 'anyway']), 'refuse'),
})
export type SendReplyInput = v.InferOutput<typeof sendReplyInput>

const place = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(20_000))
const mention = v.object({ startsAt: place, length: place, userId: v.nullable(id) })

/** Who is mentioned is said by their ids, at the places where the text names them. */
export const changeLeavingInput = v.object({
  ...command,
  /** Null: now. */
  leavesAt: v.nullable(v.pipe(v.string(), v.isoTimestamp())),
})
export type ChangeLeavingInput = v.InferOutput<typeof changeLeavingInput>

export const noteBody = v.pipe(text(20_000), v.trim(), v.minLength(1, 'invalid.empty'))

export const addNoteInput = v.pipe(
  v.object({
    ...command,
    noteId: id,
    body: noteBody,
    mentions: v.optional(v.pipe(v.array(mention), v.maxLength(50)), []),
  }),
  v.check(({ body, mentions }) => areInText(mentions, body), 'invalid.format'),
)
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
  signature: v.optional(signatureChoice, 'with'),
})
export type StartConversationInput = v.InferOutput<typeof startConversationInput>

/**
 * Where what was taken back is again: in the draft of its conversation, or among the unsent letters of whoever took it
 * back. Nothing is left of a conversation that had only begun.
 */
export type TakenBack =
  | { is: 'draft'; draft: DraftView }
  | { is: 'letter'; conversationId: string; about: About }
  | { is: 'beginning'; conversationId: string; letterId: string }

export const saveDraftInput = v.object({
  kind: v.picklist(['reply', 'note']),
  bodyHtml: text(200_000),
  fileIds,
  /** To whom a reply goes, where its writer chose. */
  recipients: v.optional(v.nullable(recipientsInput), null),
  signature: v.optional(signatureChoice, 'with'),
  baseSeq: messageSeq,
  /** The version this text was written over; 0 for the first. */
  version: v.pipe(v.number(), v.integer(), v.minValue(0)),
})
export type SaveDraftInput = v.InferOutput<typeof saveDraftInput>

export interface DraftView {
  conversationId: string
  kind: 'reply' | 'note'
  bodyHtml: string
  files: FileView[]
  /** Null: to whom the server says. */
  recipients: Recipients | null
  signature: SignatureChoice
  baseSeq: number
  version: number
  updatedAt: Instant
}

/** Each begins with its @, one after the other. */
function areInText(mentions: { startsAt: number; length: number }[], body: string) {
  return mentions.every(({ startsAt, length }, i) => {
    const before = mentions[i - 1]
    const isAfter = !before || startsAt >= before.startsAt + before.length
    return isAfter && length > 1 && body[startsAt] === '@' && startsAt + length <= body.length
  })
}
