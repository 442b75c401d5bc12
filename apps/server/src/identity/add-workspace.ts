import { inWorkspace, type Db } from '@comptoir/db/db'
import type { Locale } from '@comptoir/contract/base'
import { makeId } from '@comptoir/rules/uuid'
import { createUser } from './create-user.ts'
import { credentialsOf } from './credentials.ts'
import { openPasswordReset } from './forgot-password.ts'
import { foundBusiness, oneFoundingAtATime, type Furnishing, type NewBusiness } from './found-business.ts'

export interface AddedWorkspace extends NewBusiness {
  /** Whether the owner has a password, and enters with it, or chooses one first. */
  owner: 'signs-in' | 'chooses-password'
  link: string
}

interface Asked {
  name: string
  email: string
  ownerName: string
  locale: Locale
}

const sevenDaysMs = 7 * 24 * 3600_000

/** Makes a business for somebody else, as the operator of the installation may at any time. */
export async function addWorkspace(
  db: Db,
  furnishing: Furnishing,
  publicUrl: string,
  asked: Asked,
): Promise<AddedWorkspace> {
  const { name, locale } = asked
  const workspaceId = makeId()
  const { ownerId, ...business } = await inWorkspace(db, workspaceId, async (tx) => {
    await oneFoundingAtATime(tx)
    const ownerId = await ownerOf(db, asked)
    const founding = { workspaceId, name, locale, ownerId, kind: 'real' } as const
    return { ownerId, ...(await foundBusiness(db, tx, furnishing, founding)) }
  })
  const owner = await credentialsOf(db, asked.email)
  if (owner?.passwordHash) return { ...business, owner: 'signs-in', link: `${publicUrl}/w/${business.slug}` }
  return { ...business, owner: 'chooses-password', link: await openPasswordReset(db, publicUrl, ownerId, sevenDaysMs) }
}

async function ownerOf(db: Db, { email, ownerName, locale }: Asked) {
  const account = await credentialsOf(db, email)
  if (account) return account.userId
  return createUser(db, { email, name: ownerName, passwordHash: null, locale })
}
