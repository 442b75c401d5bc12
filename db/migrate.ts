import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'

const folder = join(import.meta.dirname, 'migrations')

/**
 * Brings the database to the newest migration: each file once, in order, in one transaction of its own, under a
 * lock that other nodes wait for. Answers the names that were applied now.
 * Throws MigrationError when a file that was applied has changed since, or when one fails.
 */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query(`select pg_advisory_lock(hashtext('comptoir.migrate'))`)
    await client.query(migrationTable)
    const applied = new Map((await appliedMigrations(client)).map((one) => [one.name, one.sha256]))
    const done: string[] = []
    for (const migration of readMigrations()) {
      if (applied.get(migration.name) === migration.sha256) continue
      if (applied.has(migration.name)) throw new MigrationError(`${migration.name} was changed after it was applied`)
      await applyAlone(client, migration)
      done.push(migration.name)
    }
    return done
  } finally {
    await client.end()
  }
}

export class MigrationError extends Error {
  override name = 'MigrationError'
}

/** A migration as it is known here, or was applied. */
export interface Migration {
  name: string
  sha256: string
}

/** The migrations of this program, in their order. */
export function readMigrations(): (Migration & { text: string })[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const text = readFileSync(join(folder, name), 'utf8')
      return { name, text, sha256: createHash('sha256').update(text).digest('hex') }
    })
}

/** What was applied to a database, in its order; nothing where no migration ever was. */
export async function appliedMigrations(client: pg.Client): Promise<Migration[]> {
  const { rows } = await client.query<{ known: boolean }>(`select to_regclass('public.migration') is not null as known`)
  if (!rows[0]!.known) return []
  return (await client.query<Migration>('select name, sha256 from migration order by name')).rows
}

/** Applies migrations inside the transaction of the caller, so that they come about with the rest of it or not at all. */
export async function applyWithin(client: pg.Client, migrations: (Migration & { text: string })[]): Promise<void> {
  await client.query(migrationTable)
  for (const { name, sha256, text } of migrations) {
    try {
      await client.query(text)
    } catch (error) {
      throw new MigrationError(`${name}: ${(error as Error).message}`, { cause: error })
    }
    await client.query('insert into migration (name, sha256) values ($1, $2)', [name, sha256])
  }
}

async function applyAlone(client: pg.Client, migration: Migration & { text: string }): Promise<void> {
  await client.query('begin')
  try {
    await applyWithin(client, [migration])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

const migrationTable = `
  create table if not exists migration (
    name       text primary key,
    sha256     text not null,
    applied_at timestamptz not null default now()
  )`
