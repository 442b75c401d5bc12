import type { Db } from '@comptoir/db/db'
import { Refusal } from '../refusal.ts'
import { credentialsOf } from './credentials.ts'
import type { Limits } from './limits.ts'
import { isPassword } from './passwords.ts'

/** Who this e-mail and password belong to. The answer and its time are the same for an unknown e-mail. */
export async function signIn(db: Db, limits: Limits, ip: string, email: string, password: string): Promise<string> {
  await limits.signInFrom.count(ip)
  await limits.signInOfAccount.count(email)
  const account = await credentialsOf(db, email)
  if (!(await isPassword(account?.passwordHash, password))) throw new Refusal('invalid', 'errors.wrong_credentials')
  await Promise.all([limits.signInFrom.forgive(ip), limits.signInOfAccount.forgive(email)])
  return account!.userId
}
