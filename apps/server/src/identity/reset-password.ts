import { sql } from 'kysely'
import type { Db } from '@comptoir/db/db'
import { Refusal } from '../refusal.ts'
import { hashToken } from './hash-token.ts'
import { hashPassword } from './passwords.ts'
import { revokeSessionsExcept, type CloseSessions } from './revoke-sessions.ts'

/** Sets the password a link allows to choose, once; signs out everywhere, and answers the user. */
export async function resetPassword(db: Db, close: CloseSessions, token: string, password: string): Promise<string> {
  const passwordHash = await hashPassword(password)
  const { rows } = await sql<{
    userId: string | null
  }>`select take_password_reset(${hashToken(token)}) as user_id`.execute(db.system)
  const userId = rows[0]?.userId
  if (!userId) throw new Refusal('not_found', 'errors.reset_expired')
  await sql`select set_password(${userId}, ${passwordHash})`.execute(db.system)
  await revokeSessionsExcept(db, close, userId, null)
  return userId
}
