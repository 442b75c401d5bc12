import { sql } from 'kysely'
import { inWorkspace, type Db } from '@comptoir/db/db'
import type { CreateBusinessInput } from '@comptoir/contract/identity'
import { makeId } from '@comptoir/rules/uuid'
import { Refusal } from '../refusal.ts'
import { createUser } from './create-user.ts'
import { credentialsOf } from './credentials.ts'
import { foundBusiness, oneFoundingAtATime, type Furnishing, type NewBusiness } from './found-business.ts'
import { hashPassword, isPassword } from './passwords.ts'

export interface CreatedBusiness extends NewBusiness {
  ownerId: string
}

/** The first business of the installation; others too where SIGN_UP is open. Of two first ones at once, one is made. */
export async function createBusiness(
  db: Db,
  furnishing: Furnishing,
  signUp: 'closed' | 'open',
  input: CreateBusinessInput,
): Promise<CreatedBusiness> {
  const { businessName: name, locale } = input
  // Slow on purpose, so done before anybody has to wait for it.
  const passwordHash = await hashPassword(input.password)
  const workspaceId = makeId()
  return inWorkspace(db, workspaceId, async (tx) => {
    await oneFoundingAtATime(tx)
    if (signUp === 'closed' && (await hasRealBusiness(db))) throw new Refusal('not_allowed', 'errors.sign_up_closed')
    const ownerId = await ownerOf(db, input, passwordHash)
    const business = await foundBusiness(db, tx, furnishing, { workspaceId, name, locale, ownerId, kind: 'real' })
    return { ...business, ownerId }
  })
}

/** Whether somebody's own business is here; the example is nobody's. */
export async function hasRealBusiness(db: Db): Promise<boolean> {
  const { rows } = await sql<{ example: boolean }>`select example from workspaces()`.execute(db.system)
  return rows.some((row) => !row.example)
}

/** A new account, or the one that has this e-mail and this password. */
async function ownerOf(db: Db, { email, name, password, locale }: CreateBusinessInput, passwordHash: string) {
  const account = await credentialsOf(db, email)
  if (account && !(await isPassword(account.passwordHash, password)))
    throw new Refusal('conflict', 'errors.email_taken')
  if (account) return account.userId
  return createUser(db, { email, name, passwordHash, locale })
}
