import * as v from 'valibot'
import { id, type Instant } from './base.ts'
import type { Counts } from './inbox.ts'

export const eventsQuery = v.object({ after: v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number)) })

/** A numbered fact of a workspace's log. */
export interface LoggedEvent<Name extends string = string, Data = unknown> {
  workspaceId: string
  seq: number
  name: Name
  data: Data
  /** The user or client who caused it, if it was one. */
  actorId: string | null
  at: Instant
}

/** Missed events, in order. `resync`: the log no longer reaches back that far; start again. */
export type EventsPage =
  | { is: 'events'; events: LoggedEvent[]; through: number; more: boolean }
  | { is: 'resync'; seq: number }

/** What a screen says of itself; repeated every 10 seconds while true. */
export const lookInput = v.object({
  conversationId: v.nullable(id),
  doing: v.optional(v.picklist(['reading', 'replying', 'noting']), 'reading'),
})
export type LookInput = v.InferOutput<typeof lookInput>

/** Somebody is looking at a conversation. Not logged; gone when not repeated. */
export interface Presence {
  conversationId: string
  userId: string
  doing: 'reading' | 'replying' | 'noting'
}

/** Milliseconds after which a presence that was not repeated is gone. */
export const presenceLifeMs = 25_000
export const presenceBeatMs = 10_000

export interface StaffSocketEvents {
  event: (event: LoggedEvent) => void
  /** All up to seq was sent to this socket. */
  caught_up: (at: { seq: number }) => void
  counts: (counts: Counts) => void
  presence: (all: Presence[]) => void
  /** The rights of this socket changed: fetch everything again. */
  signed_out: () => void
}

export interface StaffSocketRequests {
  look: (input: LookInput) => void
}

export interface ClientSocketEvents {
  event: (event: LoggedEvent) => void
  caught_up: (at: { seq: number }) => void
}
