import type { Locale } from '@comptoir/contract/base'
import type { Role } from '@comptoir/contract/identity'

/** Whoever acts. Every command and every read names one. */
export type Actor = Staff | ClientActor | System

/** Somebody signed in to a workspace. */
export interface Staff {
  is: 'staff'
  workspaceId: string
  slug: string
  userId: string
  sessionId: string
  name: string
  email: string
  locale: Locale
  role: Role
  /** Somebody else, who only looks, for so long still: nothing of what they ask may change anything. */
  viewer?: { userId: string; viewingId: string; leftMs: number }
}

/** What decides what somebody may see. */
export type Sight = Pick<Staff, 'is' | 'workspaceId' | 'userId' | 'role'>

/** A client in the portal. */
export interface ClientActor {
  is: 'client'
  workspaceId: string
  clientId: string
}

/** The program itself, and what made it act. */
export interface System {
  is: 'system'
  workspaceId: string
  cause: string
}

/** Everybody but the delegates, who see only what is assigned to them. */
export function isTeam(staff: Pick<Staff, 'role'>) {
  return staff.role !== 'delegate'
}

/** The id that owns a command; a system has none and runs no commands. */
export function idOf(actor: Staff | ClientActor) {
  return actor.is === 'staff' ? actor.userId : actor.clientId
}
