import * as v from 'valibot'
import { command, id, type Instant } from './base.ts'
import { timeZone } from './settings.ts'

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

/** In the list and on the bell, by the browser while no page is open, gathered in a mail while one is away. */
export const noticeWays = ['inApp', 'push', 'digest'] as const
export type NoticeWay = (typeof noticeWays)[number]

const clock = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'invalid.format'))
const kinds = v.array(v.picklist(noticeKinds))

/** What a browser shows of a notice while no page is open: nothing of what was said. */
export interface PushMessage {
  title: string
  body: string
  /** Where it leads. */
  path: string
  /** What is pushed under the same is shown once. */
  tag: string
  noticeId: string
}

/** How somebody wants to be told. */
export const noticeSettings = v.object({
  /** What goes not by each way. */
  off: v.object({ inApp: kinds, push: kinds, digest: kinds }),
  /** Null is that of the business. */
  timeZone: v.nullable(timeZone),
  /** When neither push nor mail may come. */
  quiet: v.nullable(
    v.object({
      from: clock,
      until: clock,
      days: v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7))),
    }),
  ),
})
export type NoticeSettings = v.InferOutput<typeof noticeSettings>

export const changeNoticeSettingsInput = v.object({ ...command, settings: noticeSettings })
export type ChangeNoticeSettingsInput = v.InferOutput<typeof changeNoticeSettingsInput>

/** A person's settings, as they were at `seq`. */
export interface NoticeSettingsSlice {
  seq: number
  settings: NoticeSettings
}

const pushEndpoint = v.pipe(v.string(), v.maxLength(2_000), v.regex(/^https?:\/\//), v.url())

/** Where a browser listens, and the keys that only it can open what is sent with (base64url). */
export const pushSubscriptionInput = v.object({
  endpoint: pushEndpoint,
  p256dh: v.pipe(v.string(), v.regex(/^B[\w-]{86}$/)),
  auth: v.pipe(v.string(), v.regex(/^[\w-]{22}$/)),
})
export type PushSubscriptionInput = v.InferOutput<typeof pushSubscriptionInput>

export const endSubscriptionInput = v.object({ endpoint: pushEndpoint })
