import { sql } from 'kysely'
import type { Db } from '@comptoir/db/db'

export interface FoundMailbox {
  workspaceId: string
  mailboxId: string
}

/** The mailbox an address belongs to: its own, or with anything after a plus, as our reply addresses have. */
export async function findMailbox(db: Db, address: string): Promise<FoundMailbox | null> {
  const plain = address.replace(/\+[^@]*@/, '@')
  const [exact, base] = await Promise.all([mailboxAt(db, address), plain === address ? null : mailboxAt(db, plain)])
  return exact ?? base
}

async function mailboxAt(db: Db, address: string) {
  const { rows } = await sql<FoundMailbox>`
    select workspace_id, mailbox_id from mailbox_by_address(${address})`.execute(db.system)
  return rows[0] ?? null
}
