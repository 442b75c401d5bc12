import { sql } from 'kysely'
import type { Adapter, DatabaseSession, DatabaseUser, Lucia } from 'lucia'
import type { Db } from '@comptoir/db/db'
import { makeId } from '@comptoir/rules/uuid'
import type { Locale } from '@comptoir/contract/base'
import type { WorkspaceOfMine } from '@comptoir/contract/identity'
import { hashToken } from './hash-token.ts'

export interface UserAttributes {
  email: string
  name: string
  locale: Locale
  memberships: WorkspaceOfMine[]
}

export interface SessionAttributes {
  /** What a list of devices may show; the session's own id is its token. */
  publicId: string
  lastUsedAt: string
  userAgent: string
  ip: string
}

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<SessionAttributes, UserAttributes>
    UserId: string
    DatabaseUserAttributes: UserAttributes
    DatabaseSessionAttributes: SessionAttributes
  }
}

interface SessionRow extends UserAttributes {
  id: string
  userId: string
  expiresAt: string
  lastUsedAt: string
}

/** Lucia's door to the sessions: only the hash of a token is ever kept. */
export function sessionAdapter(db: Db): Adapter {
  const { system } = db
  return {
    async getSessionAndUser(token): Promise<[DatabaseSession | null, DatabaseUser | null]> {
      const { rows } = await sql<SessionRow>`select * from session_of(${hashToken(token)})`.execute(system)
      const row = rows[0]
      if (!row) return [null, null]
      const { email, name, locale, memberships } = row
      const attributes = { publicId: row.id, lastUsedAt: row.lastUsedAt, userAgent: '', ip: '' }
      return [
        // Lucia hands the id back to delete and prolong the session, so it has to be the token.
        { id: token, userId: row.userId, expiresAt: new Date(row.expiresAt), attributes },
        { id: row.userId, attributes: { email, name, locale, memberships } },
      ]
    },
    async setSession(session) {
      const { publicId, userAgent, ip } = session.attributes
      await sql`select open_session(${hashToken(session.id)}, ${publicId ?? makeId()}, ${session.userId},
        ${session.expiresAt.toISOString()}, ${userAgent}, ${ip})`.execute(system)
    },
    async updateSessionExpiration(token, expiresAt) {
      await sql`select prolong_session(${hashToken(token)}, ${expiresAt.toISOString()})`.execute(system)
    },
    async deleteSession(token) {
      await sql`select close_session(${hashToken(token)})`.execute(system)
    },
    async deleteUserSessions(userId) {
      await sql`select revoke_sessions(${userId}, null, null)`.execute(system)
    },
    async deleteExpiredSessions() {
      await sql`select sweep_sessions()`.execute(system)
    },
    // A list of devices has a function of its own: here the tokens would be needed, and they are not kept.
    getUserSessions: () => Promise.resolve([]),
  }
}
