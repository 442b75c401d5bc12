import type { Instant } from './base.ts'
import type { ChoiceView } from './client-fields.ts'
import type { TagView } from './clients.ts'
import { sources, type Source, type View } from './views.ts'

// Without the library that reads what comes in: the address of the first page says a filter, and must be read soon.

export const channels = ['email', 'sms', 'portal', 'form'] as const
/** Beginnings that move with the day: a view saved with one means it anew each day. */
export const beginnings = ['today', 'yesterday', 'week', 'month'] as const

/** What narrows a view; all of it must hold. */
export interface Filter {
  /** In the subject, or in the client's name, e-mail or phone. */
  text?: string
  /** `me`, `nobody`, or a member's id. */
  assignee?: string
  /** A tag of the client, by its id. */
  tag?: string
  /** The category of the client, by its id, or `none`. */
  category?: string
  source?: Source
  /** The page whose form was filled in, as `pageOf` has it. */
  page?: string
  channel?: (typeof channels)[number]
  /** Last touched on this day or later: one of the beginnings, or an ISO date. */
  since?: string
  /** Last touched on this day or earlier. */
  until?: string
  state?: 'open' | 'archived' | 'deleted'
  /** By oneself, or by whoever answers for it. */
  unread?: 'mine' | 'assignee'
  /** The client waits for an answer. */
  waiting?: 'yes'
}
export type FilterPart = keyof Filter

const isId = (said: string) => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(said)
const isDay = (said: string) => /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(said)
const line = (atLeast: number, atMost: number) => (said: string) =>
  said.length >= atLeast && said.length <= atMost && /^[^\p{Cc}\p{Cs}]*$/u.test(said)
const oneOf = (words: readonly string[]) => (said: string) => words.includes(said)

/** Whether words that an address carries can be this part of a filter. */
const mayBe: { [Part in FilterPart]-?: (said: string) => boolean } = {
  text: line(2, 100),
  assignee: (said) => oneOf(['me', 'nobody'])(said) || isId(said),
  tag: isId,
  category: (said) => oneOf(['none'])(said) || isId(said),
  source: oneOf(sources),
  page: line(1, 300),
  channel: oneOf(channels),
  since: (said) => oneOf(beginnings)(said) || isDay(said),
  until: isDay,
  state: oneOf(['open', 'archived', 'deleted']),
  unread: oneOf(['mine', 'assignee']),
  waiting: oneOf(['yes']),
}
export const filterParts = Object.keys(mayBe) as FilterPart[]

/** A part of a filter as somebody said it, without the space around it; null where it cannot mean anything. */
export function readPart<Part extends FilterPart>(part: Part, said: unknown): NonNullable<Filter[Part]> | null {
  const words = typeof said === 'string' ? said.trim() : ''
  return mayBe[part](words) ? (words as NonNullable<Filter[Part]>) : null
}

/** The filter an address carries; what it cannot mean is left out. */
export function filterFrom(said: { [Part in FilterPart]?: unknown }): Filter {
  const fitting = filterParts.flatMap((part) => {
    const read = readPart(part, said[part])
    return read === null ? [] : [[part, read]]
  })
  return Object.fromEntries(fitting) as Filter
}

export function isUnfiltered(one: Filter) {
  return filterParts.every((part) => one[part] === undefined)
}

/** A view and its filter as one word, the same for the same. */
export function listKey(of: View, narrowedBy: Filter): string {
  const query = queryOf(narrowedBy)
  return query ? `${of}?${query}` : of
}

/** A filter as an address carries it. */
export function queryOf(one: Filter): string {
  const said = filterParts.flatMap((part) => (one[part] === undefined ? [] : [[part, one[part]]]))
  return new URLSearchParams(said as [string, string][]).toString()
}

/** A filter with the instants its days meant when it was read. */
export interface FilterHeld extends Filter {
  sinceAt?: Instant
  /** Exclusive. */
  untilAt?: Instant
}

/** What of a page's address says which page it is: without scheme, `www.` and what follows the path. */
export function pageOf(url: string): string {
  return url
    .replace(/^https?:\/\/(www\.)?/, '')
    .replace(/\/?([?#].*)?$/, '')
    .slice(0, 300)
}

/** How many a filtered view holds: exactly, or that there are more than are counted. */
export interface FilteredCount {
  n: number
  more: boolean
}
/** So far is counted. */
export const countedAtMost = 1000

/** A filter on a view, kept under a name. */
export interface SavedView {
  id: string
  name: string
  view: View
  filter: Filter
  whose: 'own' | 'team'
  position: number
}

/** One's own and the team's, as they were at `seq`, in the order of their places. */
export interface SavedViewsSlice {
  seq: number
  views: SavedView[]
}

/** How many each saved view holds, by its id. */
export type SavedViewCounts = Record<string, FilteredCount>

/** What of the business one can filter by. */
export interface FilterChoices {
  tags: TagView[]
  categories: ChoiceView[]
  pages: string[]
}
