import * as v from 'valibot'
import { command, id, type Instant } from './base.ts'

/** What somebody is told of: named in a note, given a conversation, answered, a message in trouble, a reminder due. */
export const noticeKinds = ['mention', 'assigned', 'answered', 'trouble', 'reminder'] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** Something that somebody must know, once. */
export interface NoticeView {
  id: string
  kind: NoticeKind
  /** What caused it: the item of the timeline it leads to, where there is one. */
  thingId: string
  /** Null where it is about many conversations. */
  conversationId: string | null
  conversations: number
  clientId: string | null
  clientName: string
  subject: string
  /** Who did it; empty where nobody did. */
  actorName: string
  /** What was said; of a message in trouble: `bounced`, `gave_up`, `unknown` or `complained`. */
  summary: string
  at: Instant
  seenAt: Instant | null
}

/** So many are shown: those not seen first, each newest first. */
export const mostNotices = 100

/** A person's notices, as they were at `seq`. */
export interface NoticesSlice {
  seq: number
  notices: NoticeView[]
}

export const seeNoticesInput = v.object({
  ...command,
  of: v.variant('is', [
    v.object({ is: v.literal('these'), ids: v.pipe(v.array(id), v.minLength(1), v.maxLength(500)) }),
    v.object({ is: v.literal('all') }),
  ]),
})
export type SeeNoticesInput = v.InferOutput<typeof seeNoticesInput>
