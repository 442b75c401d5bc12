import type pg from 'pg'
import { appliedMigrations, applyWithin, readMigrations, type Migration } from '@comptoir/db/migrate'
import { BackupError } from './backup-error.ts'
import type { Manifest } from './manifest.ts'

/** Whose database it is: our own may be made anew while nobody's business is in it, another's is left as it is. */
export type Ground = 'own' | 'given'

/** Refuses an archive that this program is too old for, or that another program made. */
export function refuseUnknownMigrations({ migrations, version }: Manifest): void {
  const known = new Map(readMigrations().map(({ name, sha256 }) => [name, sha256]))
  const unknown = migrations.find(({ name }) => !known.has(name))
  if (unknown)
    throw new BackupError(
      `This backup was made by a newer Comptoir (${version}), and this one does not know ${unknown.name}: update this one, then restore again.`,
    )
  const other = migrations.find(({ name, sha256 }) => known.get(name) !== sha256)
  if (other)
    throw new BackupError(
      `This backup was made by another edition of Comptoir, whose ${other.name} differs: restore it with that one.`,
    )
}

/** Makes the tables as they were where the archive was made; `finish` lets them count again. */
export async function prepareTables(client: pg.Client, manifest: Manifest, ground: Ground) {
  const names = manifest.tables.map(({ name }) => name)
  const here = await appliedMigrations(client)
  if (ground === 'own') await client.query('drop schema if exists public, pgboss cascade; create schema public')
  else if (here.length > 0) {
    if (!isSame(here, manifest.migrations))
      throw new BackupError(
        'The database already has the tables of another version of Comptoir: name an empty database in DATABASE_URL, then restore again.',
      )
    await mustHoldNobody(client)
    // Somebody may have tried to begin.
    await client.query(`truncate ${names.join(', ')}`)
  }
  if (ground === 'own' || here.length === 0)
    await applyWithin(client, readMigrations().slice(0, manifest.migrations.length))
  // What they count comes with the rows.
  const triggers = (verb: 'disable' | 'enable') =>
    client.query(names.map((name) => `alter table ${name} ${verb} trigger user`).join(';'))
  await triggers('disable')
  return { finish: () => triggers('enable') }
}

/** Asked here too: whoever founds a business meanwhile waits, and keeps it. */
async function mustHoldNobody(client: pg.Client) {
  await client.query('lock table workspace in access exclusive mode')
  const { rows } = await client.query('select from workspace limit 1')
  if (rows.length > 0) throw new BackupError(databaseTaken)
}

export const databaseTaken =
  'The database in DATABASE_URL holds a business already: name an empty one, then restore again.'

function isSame(here: Migration[], there: Migration[]) {
  return (
    here.length === there.length &&
    here.every(({ name, sha256 }, i) => there[i]!.name === name && there[i]!.sha256 === sha256)
  )
}
