import * as v from 'valibot'
import { command, id } from './base.ts'

/** So many may go into another at once. */
export const mostMerged = 50
/** Which conversations go into the one that is asked. */
export const mergeInput = v.object({
  ...command,
  mergedIds: v.pipe(v.array(id), v.minLength(1), v.maxLength(mostMerged)),
})
export type MergeInput = v.InferOutput<typeof mergeInput>
/** By the ids of the entries that tell it. */
export const undoMergingInput = v.object({
  ...command,
  mergingIds: v.pipe(v.array(id), v.minLength(1), v.maxLength(mostMerged)),
})
export type UndoMergingInput = v.InferOutput<typeof undoMergingInput>
/** What becomes a conversation of its own: one message, or all from it on. */
export const splitInput = v.object({
  ...command,
  messageId: id,
  part: v.picklist(['alone', 'onwards']),
  /** Of the conversation that is made. */
  newId: id,
})
export type SplitInput = v.InferOutput<typeof splitInput>
export const linkInput = v.object({ ...command, otherId: id })
export type LinkInput = v.InferOutput<typeof linkInput>

/** Two that belong together. */
export interface ConversationLink {
  conversationId: string
  otherId: string
}
