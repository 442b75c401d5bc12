import { sql } from 'kysely'
import type { Db } from '@comptoir/db/db'
import { Refusal } from '../refusal.ts'
import type { Limits } from './limits.ts'
import { hashPassword, isPassword } from './passwords.ts'
import { revokeSessionsExcept, type CloseSessions } from './revoke-sessions.ts'
import type { SignedIn } from './sessions.ts'

interface Parts {
  db: Db
  limits: Limits
  closeSessions: CloseSessions
}

/** Changes one's own password, and signs out everywhere else: somebody else may have known the old one. */
export async function changePassword(
  { db, limits, closeSessions }: Parts,
  { userId, email, sessionId }: SignedIn,
  { current, password }: { current: string; password: string },
): Promise<void> {
  await limits.signInOfAccount.count(email)
  const { rows } = await sql<{ hash: string | null }>`select password_hash_of(${userId}) as hash`.execute(db.system)
  if (!(await isPassword(rows[0]?.hash, current))) throw new Refusal('invalid', 'errors.wrong_password')
  await limits.signInOfAccount.forgive(email)
  await sql`select set_password(${userId}, ${await hashPassword(password)})`.execute(db.system)
  await revokeSessionsExcept(db, closeSessions, userId, sessionId)
}
