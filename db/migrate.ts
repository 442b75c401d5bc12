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
    await client.query(`
      create table if not exists migration (
        name       text primary key,
        sha256     text not null,
        applied_at timestamptz not null default now()
      )`)
    const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from migration')
    const applied = new Map(rows.map((row) => [row.name, row.sha256]))
    const done: string[] = []
    for (const name of migrationNames()) {
      if (await apply(client, name, applied.get(name))) done.push(name)
    }
    return done
  } finally {
    await client.end()
  }
}

export class MigrationError extends Error {
  override name = 'MigrationError'
}

function migrationNames() {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
}

async function apply(client: pg.Client, name: string, appliedSha: string | undefined): Promise<boolean> {
  const text = readFileSync(join(folder, name), 'utf8')
  const sha256 = createHash('sha256').update(text).digest('hex')
  if (appliedSha === sha256) return false
  if (appliedSha) throw new MigrationError(`${name} was changed after it was applied`)
  await client.query('begin')
  try {
    await client.query(text)
    await client.query('insert into migration (name, sha256) values ($1, $2)', [name, sha256])
    await client.query('commit')
    return true
  } catch (error) {
    await client.query('rollback')
    throw new MigrationError(`${name}: ${(error as Error).message}`, { cause: error })
  }
}
