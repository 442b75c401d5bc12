import pg from 'pg'
import type { Snapshot } from './open-snapshot.ts'

/** Writes down of when the last backup of all businesses is, for their owners to see. */
export async function noteBackup(ownerUrl: string, { madeAt, tables }: Snapshot): Promise<void> {
  // A backup before an update meets the tables as they were.
  if (!tables.some(({ name, columns }) => name === 'workspace' && columns.includes('backed_up_at'))) return
  const client = new pg.Client({ connectionString: ownerUrl })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('update workspace set backed_up_at = greatest(backed_up_at, $1)', [madeAt])
  } finally {
    await client.end()
  }
}
