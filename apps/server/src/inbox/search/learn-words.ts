import { sql } from 'kysely'
import { inWorkspace, type Db } from '@comptoir/db/db'

const partSize = 500

/** Learns the words of what was written since the last time, in parts; the rest is left to the next time. */
export async function learnWords(db: Db, workspaceId: string, mostParts: number): Promise<void> {
  for (let part = 0; part < mostParts; part++) {
    const left = await inWorkspace(db, workspaceId, async (tx) => {
      const { rows } = await sql<{ left: 'more' | 'all' }>`select learn_words(${partSize}) as left`.execute(tx)
      return rows[0]!.left
    })
    if (left === 'all') return
  }
}
