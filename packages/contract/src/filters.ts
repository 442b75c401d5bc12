import * as v from 'valibot'
import { command, filledLine, id, line, type Instant } from './base.ts'
import type { TagView } from './clients.ts'
import { sources, view, type View } from './views.ts'

const day = v.pipe(v.string(), v.isoDate())
export const channels = ['email', 'sms', 'portal', 'form'] as const
/** Beginnings that move with the day: a view saved with one means it anew each day. */
export const beginnings = ['today', 'yesterday', 'week', 'month'] as const

/** What each part of a filter may be: words that an address can carry. */
const parts = {
  /** In the subject, or in the client's name, e-mail or phone. */
  text: v.pipe(line(100), v.minLength(2)),
  assignee: v.union([v.picklist(['me', 'nobody']), id]),
  /** A tag of the client. */
  tag: id,
  source: v.picklist(sources),
  /** The page whose form was filled in, as `pageOf` has it. */
  page: filledLine(300),
  channel: v.picklist(channels),
  /** Last touched on this day or later. */
  since: v.union([v.picklist(beginnings), day]),
  /** Last touched on this day or earlier. */
  until: day,
  state: v.picklist(['open', 'archived', 'deleted']),
  /** By oneself, or by whoever answers for it. */
  unread: v.picklist(['mine', 'assignee']),
  /** The client waits for an answer. */
  waiting: v.literal('yes'),
}
export const filterParts = Object.keys(parts) as FilterPart[]
export type FilterPart = keyof typeof parts

/** What narrows a view; all of it must hold. */
export type Filter = { [Part in FilterPart]?: v.InferOutput<(typeof parts)[Part]> }

/** The filter an address carries; what it cannot mean is left out. */
export function filterFrom(said: Partial<Record<string, unknown>>): Filter {
  const fitting = filterParts.flatMap((part) => {
    const read = v.safeParse(parts[part], said[part])
    return read.success ? [[part, read.output]] : []
  })
  return Object.fromEntries(fitting) as Filter
}

const optionalParts = Object.fromEntries(filterParts.map((part) => [part, v.optional(parts[part])])) as {
  [Part in FilterPart]: v.OptionalSchema<(typeof parts)[Part], undefined>
}
export const filter = v.strictObject(optionalParts)
/** The parts of a filter beside what else is asked. */
export const filterQuery = optionalParts

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

export const countQuery = v.object({ view: v.optional(view, 'open'), ...filterQuery })

/** How many a filtered view holds: exactly, or that there are more than are counted. */
export interface FilteredCount {
  n: number
  more: boolean
}
/** So far is counted. */
export const countedAtMost = 1000

const kept = { name: filledLine(60), view, filter, whose: v.picklist(['own', 'team']) }
/** `position`: where it stood before it was removed; without it, it comes last. */
export const saveViewInput = v.object({
  ...command,
  id,
  ...kept,
  position: v.optional(v.pipe(v.number(), v.safeInteger())),
})
export type SaveViewInput = v.InferOutput<typeof saveViewInput>
export const changeSavedViewInput = v.object({ ...command, ...kept })
export type ChangeSavedViewInput = v.InferOutput<typeof changeSavedViewInput>
export const savedViewCommandInput = v.object(command)
/** All of one's own, or all of the team's, in their new order. */
export const orderSavedViewsInput = v.object({ ...command, ids: v.pipe(v.array(id), v.minLength(1), v.maxLength(200)) })

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
  pages: string[]
}
