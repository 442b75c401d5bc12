import pg from 'pg'
import { appliedMigrations, type Migration } from '@comptoir/db/migrate'
import { BackupError } from './backup-error.ts'
import type { Table } from './holding.ts'

/** All data as it was at one instant, for as long as it is open. */
export interface Snapshot {
  client: pg.Client
  madeAt: string
  migrations: Migration[]
  /** What is referred to comes before what refers to it. */
  tables: Table[]
  close(): Promise<void>
}

/** `ownerUrl` reaches the server itself: behind a pooler neither the lock nor a copy would work. */
export async function openSnapshot(ownerUrl: string): Promise<Snapshot> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'comptoir backup' })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query(`set timezone = 'UTC'`)
    // Held before the instant and until the end: the bytes of what is named now stay where they are.
    await client.query(`select pg_advisory_lock_shared(hashtext('comptoir.files'))`)
    await client.query('begin isolation level repeatable read read only')
    const { rows } = await client.query<{ at: string }>(`select to_char(now(), 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at`)
    const migrations = await appliedMigrations(client)
    if (migrations.length === 0) throw new BackupError('There is nothing to back up yet: Comptoir never started here.')
    return { client, madeAt: rows[0]!.at, migrations, tables: await tablesIn(client), close: () => client.end() }
  } catch (error) {
    await client.end()
    throw error
  }
}

async function tablesIn(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table & { refersTo: string[] }>(`
    select c.relname as name,
           array(select a.attname::text from pg_attribute a
                 where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                 order by a.attnum) as columns,
           array(select distinct t.relname::text from pg_constraint k join pg_class t on t.oid = k.confrelid
                 where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as "refersTo"
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'migration'
    order by c.relname`)
  const sorted: Table[] = []
  while (sorted.length < rows.length) {
    const placed = new Set(sorted.map(({ name }) => name))
    const next = rows.filter(({ name, refersTo }) => !placed.has(name) && refersTo.every((one) => placed.has(one)))
    if (next.length === 0) throw new Error('tables refer to each other in a circle')
    sorted.push(...next.map(({ name, columns }) => ({ name, columns })))
  }
  return sorted
}
