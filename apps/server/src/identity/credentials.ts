import { sql } from 'kysely'
import type { Db } from '@comptoir/db/db'
import type { Locale } from '@comptoir/contract/base'

export interface Credentials {
  userId: string
  name: string
  locale: Locale
  /** Null until the first password is chosen. */
  passwordHash: string | null
}

/** The account with this e-mail address, if there is one. Only sign-in and its like may ask. */
export async function credentialsOf(db: Db, email: string): Promise<Credentials | undefined> {
  const { rows } = await sql<Credentials>`
    select user_id, name, locale, password_hash from credentials_of(${email})`.execute(db.system)
  return rows[0]
}
