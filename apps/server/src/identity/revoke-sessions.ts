import { sql } from 'kysely'
import type { Db } from '@comptoir/db/db'
import { Refusal } from '../refusal.ts'

/** Ends the sockets of sessions; lent by the sockets, which come after identity. */
export type CloseSessions = (sessionIds: string[]) => void

/** Ends one session of somebody, and its open screens at once. */
export async function revokeSession(db: Db, close: CloseSessions, userId: string, sessionId: string): Promise<void> {
  const { rows } = await sql<{ id: string }>`select revoke_sessions(${userId}, ${sessionId}, null) as id`.execute(
    db.system,
  )
  if (rows.length === 0) throw new Refusal('not_found', 'errors.session_missing')
  close([sessionId])
}

/** Ends all sessions of somebody but the one kept. */
export async function revokeSessionsExcept(
  db: Db,
  close: CloseSessions,
  userId: string,
  kept: string | null,
): Promise<void> {
  const { rows } = await sql<{ id: string }>`select revoke_sessions(${userId}, null, ${kept}) as id`.execute(db.system)
  close(rows.map((row) => row.id))
}
