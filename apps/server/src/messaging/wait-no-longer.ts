import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'

/** What waited for a good account is tried at once. */
export async function waitNoLonger(tx: Tx, workspaceId: string, mailboxId: string) {
  await tx
    .updateTable('delivery')
    .set({ notBefore: sql<string>`now()` })
    .where('workspaceId', '=', workspaceId)
    .where('mailboxId', '=', mailboxId)
    .where('state', '=', sql.lit('queued'))
    .execute()
}
