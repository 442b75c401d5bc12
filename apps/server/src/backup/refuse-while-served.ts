import pg from 'pg'
import { BackupError } from './backup-error.ts'

/** Throws BackupError while a server uses a database. */
export async function refuseWhileServed(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  client.on('error', () => {})
  await client.connect()
  try {
    const { rows } = await client.query(`
      select from pg_stat_activity
      where datname = current_database() and usename in ('comptoir_app', 'comptoir_system')`)
    if (rows.length > 0)
      throw new BackupError('A Comptoir still uses this database: stop it, and whatever pools its connections, first.')
  } finally {
    await client.end()
  }
}
