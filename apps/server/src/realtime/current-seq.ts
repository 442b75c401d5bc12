import type { Tx } from '@comptoir/db/db'
import { writeOnce } from '@comptoir/db/write-once'

/** The number a slice read in this transaction is true at. */
export async function currentSeq(tx: Tx, workspaceId: string): Promise<number> {
  const [counter] = await counterOf(tx, { workspaceId })
  return counter!.lastSeq
}

const counterOf = writeOnce((tx, { workspaceId }: { workspaceId: string }) =>
  tx.selectFrom('eventCounter').select('lastSeq').where('workspaceId', '=', workspaceId),
)
