import { sql } from 'kysely'
import type { Db, Tx } from '@comptoir/db/db'
import type { Locale } from '@comptoir/contract/base'
import { slugOf } from './slug-of.ts'

export interface NewBusiness {
  workspaceId: string
  name: string
  slug: string
  locale: Locale
}

/** What later nouns put into a new business. */
export interface Furnishing {
  /** Whether what they will name after the slug is still free. */
  isFree(slug: string): Promise<boolean>
  furnish(tx: Tx, business: NewBusiness): Promise<void>
  /** How long what is sent can be taken back. */
  undoSeconds: number
}

export interface Founding {
  workspaceId: string
  name: string
  locale: Locale
  ownerId: string
  kind: 'real' | 'example'
}

/** Lets one business be founded at a time in the whole installation, until the transaction ends. */
export async function oneFoundingAtATime(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('comptoir.founding'))`.execute(tx)
}

/** Makes the workspace, its owner and what it starts with, in a transaction that sees the new workspace. */
export async function foundBusiness(db: Db, tx: Tx, furnishing: Furnishing, founding: Founding): Promise<NewBusiness> {
  const { workspaceId, name, locale, ownerId, kind } = founding
  const slug = await freeSlug(db, furnishing, name)
  const example = kind === 'example'
  await tx
    .insertInto('workspace')
    .values({ workspaceId, slug, name, locale, example, undoSeconds: example ? 0 : furnishing.undoSeconds })
    .execute()
  await tx.insertInto('eventCounter').values({ workspaceId }).execute()
  await tx.insertInto('membership').values({ workspaceId, userId: ownerId, role: 'owner' }).execute()
  const business = { workspaceId, name, slug, locale }
  await furnishing.furnish(tx, business)
  return business
}

async function freeSlug(db: Db, furnishing: Furnishing, name: string): Promise<string> {
  for (let attempt = 1; ; attempt++) {
    const slug = slugOf(name, attempt)
    const { rows } = await sql<{ taken: string | null }>`select workspace_by_slug(${slug}) as taken`.execute(db.system)
    if (rows[0]?.taken === null && (await furnishing.isFree(slug))) return slug
  }
}
