import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { BackupError } from '@comptoir/server/backup/backup-error'
import { makeBackup } from '@comptoir/server/backup/make-backup'
import type { End } from '@comptoir/server/backup/manifest'
import { noteBackup } from '@comptoir/server/backup/note-backup'
import { openSnapshot } from '@comptoir/server/backup/open-snapshot'
import { readPassword } from '@comptoir/server/backup/read-password'
import { sealBackup } from '@comptoir/server/backup/seal-backup'
import { writeBackupFile } from '@comptoir/server/backup/write-backup-file'
import { readConfig, type Config } from '@comptoir/server/config'
import { openFileStore } from '@comptoir/server/messaging/file-store'
import { openDatabase } from '@comptoir/server/open-database'
import { keptSecret } from '@comptoir/server/secret-of'
import { checkDatabase } from '../start/database.ts'
import { sizeOf } from './size-of.ts'

const usage = 'npm run backup -- FILE [--password-file PATH]'

/** Backs up all there is into the file that is named, and says what it holds. */
export async function backUp(args: string[], env: NodeJS.ProcessEnv): Promise<void> {
  const { path, password } = readArgs(args, env)
  const config = readConfig(env)
  mustHaveData(config)
  const secretKey = keptSecret(config)
  if (config.databaseDirectUrl) await checkDatabase(config.databaseDirectUrl)
  const database = await openDatabase(config)
  try {
    const snapshot = await openSnapshot(database.directUrl)
    try {
      const parts = {
        files: await openFileStore(join(config.dataDir, 'files')),
        secretKey,
      }
      const holding = { scope: 'installation', example: 'held' } as const
      let end: End | undefined
      const archive = makeBackup(parts, snapshot, holding, (whole) => (end = whole))
      const size = await writeBackupFile(path, password === null ? archive : sealBackup(archive, password))
      await noteBackup(database.directUrl, snapshot)
      sayWhatItHolds(path, size, end!, password)
    } finally {
      await snapshot.close()
    }
  } finally {
    await database.stop()
  }
}

function readArgs(args: string[], env: NodeJS.ProcessEnv) {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { 'password-file': { type: 'string' } },
      allowPositionals: true,
    })
    const [file, ...more] = positionals
    if (!file || more.length > 0) throw new BackupError(usage)
    // npm changes the folder before it runs a program.
    const from = env.INIT_CWD ?? process.cwd()
    const secret = values['password-file']
    return { path: resolve(from, file), password: secret === undefined ? null : readPassword(resolve(from, secret)) }
  } catch (error) {
    throw error instanceof BackupError ? error : new BackupError(usage)
  }
}

/** Without this look, our own database would be made only to find it empty. */
function mustHaveData({ databaseUrl, dataDir }: Config) {
  if (databaseUrl === undefined && !existsSync(join(dataDir, 'postgres')))
    throw new BackupError(`There is nothing to back up in ${dataDir}: COMPTOIR_DATA names the folder of the data.`)
}

function sayWhatItHolds(path: string, size: number, { tables, files }: End, password: string | null) {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  console.log(`The backup is in ${path}: ${sizeOf(size)}, with ${rows} rows and ${files.count} files.`)
  if (files.missing > 0)
    console.warn(`${files.missing} files are named by the database but are not on the disk; they are not in it.`)
  console.log(
    password === null
      ? 'It holds every client, every message and the key to all passwords: keep it as safe as the business itself.'
      : 'It opens only with its password: keep both, and not in the same place.',
  )
}
