import * as v from 'valibot'
import { recipientsInput, type Recipients } from './addressees.ts'
import { command, filledLine, id, text, type Instant } from './base.ts'
import type { Attachment } from './timeline.ts'

/** What somebody outside is written to about: a message or a whole conversation passed on, or an answer to theirs. */
export const aboutInput = v.variant('is', [
  v.object({ is: v.literal('message'), messageId: id }),
  v.object({ is: v.literal('conversation') }),
  v.object({ is: v.literal('answer'), messageId: id }),
])
export type About = v.InferOutput<typeof aboutInput>

/** The same in an address; without a message the whole conversation. */
export const beginForwardQuery = v.object({
  is: v.optional(v.picklist(['message', 'conversation', 'answer']), 'conversation'),
  messageId: v.optional(id),
})

/** What a letter to somebody outside begins with. */
export interface ForwardBegun {
  subject: string
  recipients: Recipients
  /** What came with the originals, and is passed on with them unless it is taken out. */
  files: Attachment[]
  originals: { authorName: string; at: Instant; text: string }[]
}

export const forwardInput = v.object({
  ...command,
  messageId: id,
  about: aboutInput,
  subject: filledLine(300),
  bodyHtml: text(200_000),
  /** What leaves with it: of the originals, and what its writer added. */
  fileIds: v.optional(v.pipe(v.array(id), v.maxLength(60, 'invalid.too_many_files')), []),
  recipients: recipientsInput,
  leavesAt: v.optional(v.pipe(v.string(), v.isoTimestamp())),
})
export type ForwardInput = v.InferOutput<typeof forwardInput>
