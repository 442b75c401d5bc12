import { sql } from 'kysely'
import type { Db } from '@comptoir/db/db'
import { makeId } from '@comptoir/rules/uuid'
import type { Furnishing } from './identity/found-business.ts'

/** A new business starts with a mailbox named after it, in the sandbox: nothing leaves before an account is given. */
export function firstMailbox(db: Db, mailDomain: string): Omit<Furnishing, 'undoSeconds'> {
  const addressOf = (slug: string) => `${slug}@${mailDomain}`.toLowerCase()
  return {
    async isFree(slug) {
      const { rows } = await sql`select from mailbox_by_address(${addressOf(slug)})`.execute(db.system)
      return rows.length === 0
    },
    async furnish(tx, { workspaceId, name, slug }) {
      await tx
        .insertInto('mailbox')
        .values({ workspaceId, id: makeId(), name, address: addressOf(slug), isDefault: true })
        .execute()
    },
  }
}
