import { readWorkspace, type Db } from '@comptoir/db/db'
import type { BlockedSenders } from '@comptoir/contract/messaging'
import type { Staff } from '../identity/actor.ts'
import { currentSeq } from '../realtime/current-seq.ts'

export function listBlockedSenders(db: Db, { workspaceId }: Staff): Promise<BlockedSenders> {
  return readWorkspace(db, workspaceId, async (tx) => {
    const [seq, senders] = await Promise.all([
      currentSeq(tx, workspaceId),
      tx
        .selectFrom('blockedSender')
        .select(['address', 'at'])
        .where('workspaceId', '=', workspaceId)
        .orderBy('address')
        .execute(),
    ])
    return { seq, senders }
  })
}
