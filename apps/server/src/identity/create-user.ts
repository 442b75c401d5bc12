import { sql } from 'kysely'
import type { Db } from '@comptoir/db/db'
import type { Locale } from '@comptoir/contract/base'
import { makeId } from '@comptoir/rules/uuid'
import { Refusal } from '../refusal.ts'

export interface NewUser {
  email: string
  name: string
  /** Null until they choose a password by a link they are sent. */
  passwordHash: string | null
  locale: Locale
}

/** Adds a person to the installation, at once and for good; answers their id. */
export async function createUser(db: Db, { email, name, passwordHash, locale }: NewUser): Promise<string> {
  const userId = makeId()
  try {
    await sql`select create_user(${userId}, ${email}, ${name}, ${passwordHash}, ${locale})`.execute(db.system)
  } catch (error) {
    // Of two who take an address at the same moment, the second finds an account.
    if ((error as { code?: string }).code === '23505') throw new Refusal('conflict', 'errors.email_taken')
    throw error
  }
  return userId
}
