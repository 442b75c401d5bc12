import { sql } from 'kysely'
import { inWorkspace, type Db } from '@comptoir/db/db'

/** Gives up claims without having tried: nothing left, and nobody sees a difference. */
export async function putBack(
  db: Db,
  workspaceId: string,
  ids: string[],
  worker: string,
  waitMs: number,
): Promise<void> {
  await inWorkspace(db, workspaceId, (tx) =>
    tx
      .updateTable('delivery')
      .set({
        state: 'queued',
        worker: null,
        leaseUntil: null,
        notBefore: sql<string>`now() + make_interval(secs => ${waitMs / 1000})`,
      })
      .where('workspaceId', '=', workspaceId)
      .where('id', 'in', ids)
      .where('worker', '=', worker)
      .where('state', 'in', ['claimed', 'sending'])
      .execute(),
  )
}
