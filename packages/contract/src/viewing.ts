import type { Instant } from './base.ts'

/** Between the name of a business and a viewing in an address: `/w/maison-lambert~<viewingId>/inbox`. */
export const viewingMark = '~'

/** A viewing that is forgotten ends by itself after so many hours. */
export const viewingHours = 12

/** Whose eyes a screen sees through, and nobody's hands. */
export interface ViewedMember {
  userId: string
  name: string
  email: string
}

/** An administrator looked at the business as somebody else sees it. */
export interface ViewingView {
  id: string
  viewerId: string
  memberId: string
  beganAt: Instant
  /** Null while it goes on, or where it was left open until it ended by itself. */
  endedAt: Instant | null
}

/** The address of a business as somebody else sees it. */
export function viewedSlug(slug: string, viewingId: string): string {
  return `${slug}${viewingMark}${viewingId}`
}
