import { sql } from 'kysely'
import type { Db } from '@comptoir/db/db'
import { credentialsOf } from './credentials.ts'
import { hashToken, makeToken } from './hash-token.ts'
import type { MailOfInstallation } from './installation-mail.ts'

interface Parts {
  db: Db
  mail: MailOfInstallation
  publicUrl: string
}

const oneHourMs = 3600_000

/** Sends a link to choose a new password, if there is such an account. The answer is the same if there is none. */
export async function forgotPassword({ db, mail, publicUrl }: Parts, email: string): Promise<void> {
  const account = await credentialsOf(db, email)
  if (!account) return
  const { userId, name, locale } = account
  const link = await openPasswordReset(db, publicUrl, userId, oneHourMs)
  await mail.send({ kind: 'password-reset', to: email, locale, values: { name, link } })
  mail.wake()
}

/** The address at which this user may choose a password once; earlier ones no longer work. */
export async function openPasswordReset(db: Db, publicUrl: string, userId: string, forMs: number): Promise<string> {
  const token = makeToken()
  const until = new Date(Date.now() + forMs).toISOString()
  await sql`select open_password_reset(${hashToken(token)}, ${userId}, ${until})`.execute(db.system)
  return `${publicUrl}/reset/${token}`
}
