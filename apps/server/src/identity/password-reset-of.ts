import { sql } from 'kysely'
import type { Db } from '@comptoir/db/db'
import { Refusal } from '../refusal.ts'
import { hashToken } from './hash-token.ts'

/** Whose password a link changes, while it still does. */
export async function passwordResetOf(db: Db, token: string): Promise<{ email: string }> {
  const { rows } = await sql<{ email: string }>`select email from password_reset_of(${hashToken(token)})`.execute(
    db.system,
  )
  if (!rows[0]) throw new Refusal('not_found', 'errors.reset_expired')
  return rows[0]
}
