import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'

/** What waited for a good account, or for the end of a pause, is tried at once, for as long as what is written now. */
export async function waitNoLonger(tx: Tx, workspaceId: string, mailboxId: string) {
  await tx
    .updateTable('delivery')
    .set({
      notBefore: sql<string>`now()`,
      keepTryingUntil: sql<string>`greatest(keep_trying_until, now() + interval '3 days')`,
    })
    .where('workspaceId', '=', workspaceId)
    .where('mailboxId', '=', mailboxId)
    .where('state', '=', sql.lit('queued'))
    .execute()
}
