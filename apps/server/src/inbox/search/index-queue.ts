import { sql } from 'kysely'
import { inWorkspace, type Db } from '@comptoir/db/db'

/** Makes the next part of what was written in a business findable; answers whether more is left. */
export function indexQueue(db: Db, workspaceId: string, most: number): Promise<'more' | 'all'> {
  return inWorkspace(db, workspaceId, async (tx) => {
    const { rows } = await sql<{ left: 'more' | 'all' }>`select index_search_queue(${most}) as left`.execute(tx)
    return rows[0]!.left
  })
}
