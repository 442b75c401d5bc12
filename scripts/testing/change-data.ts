import { join } from 'node:path'
import { startEmbedded } from '@comptoir/db/embedded'
import pg from 'pg'
import type { RunningComptoir } from './running-comptoir.ts'

/** Runs one statement in the database of a running Comptoir, to bring about what no press can: the passing of time. */
export async function changeData(
  { dataDir }: Pick<RunningComptoir, 'dataDir'>,
  statement: string,
  values: unknown[] = [],
): Promise<number> {
  const { ownerUrl } = await startEmbedded({ dir: join(dataDir, 'postgres') })
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    return (await client.query(statement, values)).rowCount ?? 0
  } finally {
    await client.end()
  }
}
