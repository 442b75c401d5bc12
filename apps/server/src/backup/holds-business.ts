import pg from 'pg'
import { BackupError } from './backup-error.ts'

/** Whether somebody's business, or the example, is in a database. Throws BackupError while a server uses it. */
export async function holdsBusiness(ownerUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: ownerUrl })
  client.on('error', () => {})
  await client.connect()
  try {
    const { rows: served } = await client.query(`
      select from pg_stat_activity
      where datname = current_database() and usename in ('comptoir_app', 'comptoir_system')`)
    if (served.length > 0)
      throw new BackupError('A Comptoir still uses this database: stop it, and whatever pools its connections, first.')
    const { rows } = await client.query<{ known: boolean }>(
      `select to_regclass('public.workspace') is not null as known`,
    )
    if (!rows[0]!.known) return false
    return (await client.query('select from workspace limit 1')).rows.length > 0
  } finally {
    await client.end()
  }
}
