import { setTimeout } from 'node:timers/promises'
import pg from 'pg'

/** Whether another program is connected to a database, once our own lines are closed. */
export async function isDatabaseUsed(ownerUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: ownerUrl })
  client.on('error', () => {})
  try {
    await client.connect()
    // PostgreSQL may not have noticed yet that our own were closed a moment ago.
    for (let looks = 0; looks < 20; looks++) {
      const { rowCount } = await client.query(others)
      if (rowCount === 0) return false
      await setTimeout(50)
    }
    return true
  } catch {
    // It ended by itself.
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

const others = `
  select from pg_stat_activity
  where datname = current_database() and usename is not null and pid <> pg_backend_pid()`
