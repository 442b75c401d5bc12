import type { Tx } from '@comptoir/db/db'

/** The number a slice read in this transaction is true at. */
export async function currentSeq(tx: Tx, workspaceId: string): Promise<number> {
  const counter = await tx
    .selectFrom('eventCounter')
    .select('lastSeq')
    .where('workspaceId', '=', workspaceId)
    .executeTakeFirstOrThrow()
  return counter.lastSeq
}
