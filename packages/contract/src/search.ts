import * as v from 'valibot'
import { text, type Instant } from './base.ts'
import type { ClientFound } from './clients.ts'
import { cursor, type ConversationRow } from './inbox.ts'

/** What was typed, words and filters; more than anybody types is not searched for. */
export const searchQuery = v.object({ words: text(300), after: v.optional(cursor) })

/** A page of what answers. */
export interface SearchAnswer {
  seq: number
  /** What the answers are for, where no word was found as it was typed. */
  corrected: string | null
  /** With the first page, and only where nothing but words was asked. */
  clients: ClientFound[]
  hits: SearchHit[]
  unread: Record<string, number>
  /** `partial` while what was written before the search was there is still being made findable. */
  reach: 'whole' | 'partial'
  next: string | null
}

/** A conversation, with the newest thing in it that answers. */
export interface SearchHit {
  conversation: ConversationRow
  found: Found
}

export interface Found {
  kind: 'conversation' | 'message' | 'note'
  id: string
  at: Instant
  direction: 'in' | 'out' | 'note'
  authorName: string
  /** Text around the words, never markup. */
  excerpt: string
}
