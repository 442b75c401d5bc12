import { sql } from 'kysely'
import type { Db } from '@comptoir/db/db'
import type { SessionView } from '@comptoir/contract/identity'
import { deviceOf } from './device-of.ts'
import type { SignedIn } from './sessions.ts'

interface SessionRow {
  id: string
  createdAt: string
  lastUsedAt: string
  userAgent: string
  ip: string
}

/** Where somebody is signed in, the last used first. */
export async function listSessions(db: Db, { userId, sessionId }: SignedIn): Promise<SessionView[]> {
  const { rows } = await sql<SessionRow>`
    select id, created_at, last_used_at, user_agent, ip from sessions_of_user(${userId})`.execute(db.system)
  return rows.map(({ id, createdAt, lastUsedAt, userAgent, ip }) => ({
    id,
    device: deviceOf(userAgent),
    ip,
    createdAt,
    lastUsedAt,
    current: id === sessionId,
  }))
}
