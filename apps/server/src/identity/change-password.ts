import { sql } from 'kysely'
import type { Db } from '@comptoir/db/db'
import { confirmPassword } from './confirm-password.ts'
import type { Limits } from './limits.ts'
import { hashPassword } from './passwords.ts'
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
  signedIn: SignedIn,
  { current, password }: { current: string; password: string },
): Promise<void> {
  const { userId, sessionId } = signedIn
  await confirmPassword({ db, limits }, signedIn, current)
  await sql`select set_password(${userId}, ${await hashPassword(password)})`.execute(db.system)
  await revokeSessionsExcept(db, closeSessions, userId, sessionId)
}
