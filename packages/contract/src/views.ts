import * as v from 'valibot'
import type { ConversationRow } from './inbox.ts'

/** The views everybody has; a delegate's are of what is confided to them. */
export const builtInViews = [
  'open',
  'unread',
  'to-answer',
  'follow-up',
  'mine',
  'unassigned',
  'unread-assignee',
  'sent',
  'all',
  'archived',
  'deleted',
] as const
export type BuiltInView = (typeof builtInViews)[number]

export const sources = ['email', 'form', 'portal', 'sms', 'campaign', 'booking', 'staff'] as const
export type Source = (typeof sources)[number]

/** A view by its name: one of those everybody has, what a member answers for, or what came by one source. */
export type View = BuiltInView | `member:${string}` | `source:${Source}`

const member = /^member:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export function isView(word: unknown): word is View {
  if (typeof word !== 'string') return false
  return (
    builtInViews.some((name) => name === word) ||
    sources.some((source) => `source:${source}` === word) ||
    member.test(word)
  )
}

export const view = v.custom<View>(isView, 'invalid.format')

/** How a view is sorted: what was last touched first, who waits longest first, or what is due first. */
export type ViewOrder = 'latest' | 'waiting' | 'due'

export function orderOf(view: View): ViewOrder {
  return view === 'to-answer' ? 'waiting' : view === 'follow-up' ? 'due' : 'latest'
}

/** The instant a row is sorted by. */
export function sortedAt(order: ViewOrder, row: Pick<ConversationRow, 'topAt' | 'waitingSince' | 'followUpAt'>) {
  const at = { latest: row.topAt, waiting: row.waitingSince, due: row.followUpAt }[order]
  // Never where the view is of those that have one.
  return at ?? ''
}
