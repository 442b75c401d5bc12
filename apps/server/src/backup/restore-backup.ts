import { Readable } from 'node:stream'
import pg from 'pg'
import { applyWithin, readMigrations } from '@comptoir/db/migrate'
import { DiskFull } from '../messaging/disk-room.ts'
import type { FileStore } from '../messaging/file-store.ts'
import { BackupError, DamagedBackup } from './backup-error.ts'
import { openTableLoad, type TableLoad } from './load-table.ts'
import { fileEntry, tableEntry, type End, type Manifest } from './manifest.ts'
import type { Entry } from './pack-entries.ts'
import { prepareTables, type Ground } from './prepare-tables.ts'
import { readBackup, type BackupFile } from './read-backup.ts'
import { wakeRestored, type Waking } from './wake-restored.ts'

export interface RestoreParts {
  /** Reaches the server itself, as the owner of the tables. */
  ownerUrl: string
  files: FileStore
  ground: Ground
  waking: Waking
  /** Called when all is there but not yet committed: from then on the installation needs the key of the archive. */
  keepSecret(secretKey: string | null): Promise<void>
}

/**
 * Brings an archive that was checked into an empty database, in one transaction: a crash at any moment leaves an
 * empty database and files that nobody names, and restoring again puts both right.
 */
export async function restoreBackup(parts: RestoreParts, file: BackupFile): Promise<{ manifest: Manifest; end: End }> {
  const client = new pg.Client({ connectionString: parts.ownerUrl, application_name: 'comptoir restore' })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query(`set timezone = 'UTC'`)
    await client.query('begin')
    await client.query(`select pg_advisory_xact_lock(hashtext('comptoir.migrate'))`)
    const read = await loadAll(client, parts, file)
    await applyWithin(client, readMigrations().slice(read.manifest.migrations.length))
    await wakeRestored(client, read.manifest.scope, parts.waking)
    await parts.keepSecret(read.manifest.secretKey)
    await client.query('commit')
    // The first pages would be planned as for empty tables.
    await client.query('analyze')
    return read
  } finally {
    await client.end()
  }
}

async function loadAll(client: pg.Client, { files, ground }: RestoreParts, file: BackupFile) {
  const loaded = new Map<string, number>()
  let prepared: Awaited<ReturnType<typeof prepareTables>> | null = null
  const prepare = async (manifest: Manifest) => (prepared ??= await prepareTables(client, manifest, ground))
  let load: TableLoad | null = null
  const endLoad = async () => {
    if (load) loaded.set(load.table, await load.end())
    load = null
  }
  const read = await readBackup(file, async (manifest, entry) => {
    await prepare(manifest)
    const table = tableEntry.exec(entry.name)?.[1]
    if (load && load.table !== table) await endLoad()
    if (table === undefined) return keepFile(files, entry)
    load ??= openTableLoad(client, tableNamed(manifest, table))
    for await (const chunk of entry.body) await load.write(chunk)
  })
  await endLoad()
  // One made before anybody began a business holds nothing.
  const { finish } = await prepare(read.manifest)
  await finish()
  for (const { name, rows } of read.end.tables) {
    if ((loaded.get(name) ?? 0) !== rows) throw new DamagedBackup(`The backup is damaged: rows of ${name} are missing.`)
  }
  return read
}

function tableNamed({ tables }: Manifest, name: string) {
  const table = tables.find((one) => one.name === name)
  if (!table) throw new DamagedBackup('The backup holds a table it does not name: it is damaged.')
  return table
}

async function keepFile(files: FileStore, { name, body }: Entry) {
  const [, workspaceId, key] = fileEntry.exec(name) ?? []
  if (!workspaceId || !key) throw new DamagedBackup('The backup holds something unknown: it is damaged, or too new.')
  try {
    await files.write(workspaceId, Readable.from(body, { objectMode: false }), { maxBytes: Infinity, key })
  } catch (error) {
    throw error instanceof DiskFull ? new BackupError(noRoom) : error
  }
}

const noRoom = 'No room is left for the files: the database is as empty as before. Make room, then restore again.'
