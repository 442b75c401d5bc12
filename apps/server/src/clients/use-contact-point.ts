import type { Tx } from '@comptoir/db/db'
import { now } from '../instant.ts'

/** The next message from an address or number that several share is taken to be of whoever used it last. */
export async function useContactPoint(tx: Tx, workspaceId: string, pointId: string): Promise<void> {
  await tx
    .updateTable('contactPoint')
    .set({ lastUsedAt: now() })
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', pointId)
    .execute()
}
