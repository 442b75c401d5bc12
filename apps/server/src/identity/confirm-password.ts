import { sql } from 'kysely'
import type { Db } from '@comptoir/db/db'
import { Refusal } from '../refusal.ts'
import type { Limits } from './limits.ts'
import { isPassword } from './passwords.ts'
import type { SignedIn } from './sessions.ts'

/** Refuses whoever is signed in but does not know the password: they may have found an open screen. */
export async function confirmPassword(
  { db, limits }: { db: Db; limits: Limits },
  { userId, email }: Pick<SignedIn, 'userId' | 'email'>,
  password: string,
): Promise<void> {
  await limits.signInOfAccount.count(email)
  const { rows } = await sql<{ hash: string | null }>`select password_hash_of(${userId}) as hash`.execute(db.system)
  if (!(await isPassword(rows[0]?.hash, password))) throw new Refusal('invalid', 'errors.wrong_password')
  await limits.signInOfAccount.forgive(email)
}
