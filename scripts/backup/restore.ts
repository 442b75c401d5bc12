import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { BackupError } from '@comptoir/server/backup/backup-error'
import { keepSecret, refuseOtherSecret } from '@comptoir/server/backup/keep-secret'
import { databaseTaken, refuseUnknownMigrations } from '@comptoir/server/backup/prepare-tables'
import { checkBackup, type BackupFile } from '@comptoir/server/backup/read-backup'
import { readPassword } from '@comptoir/server/backup/read-password'
import { refuseWhileServed } from '@comptoir/server/backup/refuse-while-served'
import { restoreBackup } from '@comptoir/server/backup/restore-backup'
import { readConfig, type Config } from '@comptoir/server/config'
import { holdsBusiness } from '@comptoir/server/holds-business'
import { openFileStore } from '@comptoir/server/messaging/file-store'
import { openDatabase } from '../start/database.ts'
import { takeData } from '../start/owner-file.ts'
import { moveAside } from './move-aside.ts'

const usage = 'npm run restore -- FILE [--password-file PATH] [--replace] [--resume]'

/** Restores the backup that is named where the environment says that the data is. */
export async function restore(args: string[], env: NodeJS.ProcessEnv): Promise<void> {
  const asked = readArgs(args, env)
  const config = readConfig(env)
  // Before anything is touched.
  const manifest = await checkBackup(asked.file)
  refuseUnknownMigrations(manifest)
  refuseOtherSecret(config, manifest.secretKey)
  const at = new Date().toISOString().slice(0, 19).replaceAll(':', '-')
  const release = await takeEmpty(config, at, asked.replace)
  try {
    const database = await openDatabase(config)
    try {
      await restoreBackup(
        {
          ownerUrl: database.directUrl,
          files: await openFileStore(join(config.dataDir, 'files')),
          ground: config.databaseUrl === undefined ? 'own' : 'given',
          waking: asked.waking,
          keepSecret: (secretKey) => keepSecret(config, secretKey, at),
        },
        asked.file,
      )
    } finally {
      await database.stop()
    }
  } finally {
    release()
  }
  sayWhatIsNext(manifest.madeAt, manifest.scope, asked.waking)
}

/** Takes the data folder for us, empty; what is in it is moved aside where that was asked. */
async function takeEmpty(config: Config, at: string, replace: 'replace' | 'refuse'): Promise<() => void> {
  const { dataDir, databaseUrl } = config
  const release = takeData(dataDir)
  try {
    const database = await openDatabase(config)
    let holds: boolean
    try {
      await refuseWhileServed(database.directUrl)
      holds = await holdsBusiness(database.directUrl)
    } finally {
      await database.stop()
    }
    if (!holds) return release
    if (databaseUrl !== undefined) throw new BackupError(databaseTaken)
    if (replace === 'refuse')
      throw new BackupError(
        `${dataDir} holds a business already, and nothing was changed. Set COMPTOIR_DATA to an empty folder, or add --replace: what is there is then moved aside.`,
      )
    const aside = await moveAside(dataDir, at)
    console.log(`What was in ${dataDir} is now in ${aside}, whole.`)
    return takeData(dataDir)
  } catch (error) {
    release()
    throw error
  }
}

function readArgs(args: string[], env: NodeJS.ProcessEnv) {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { 'password-file': { type: 'string' }, replace: { type: 'boolean' }, resume: { type: 'boolean' } },
      allowPositionals: true,
    })
    const [path, ...more] = positionals
    if (!path || more.length > 0) throw new BackupError(usage)
    // npm changes the folder before it runs a program.
    const from = env.INIT_CWD ?? process.cwd()
    const secret = values['password-file']
    const password = secret === undefined ? null : readPassword(resolve(from, secret))
    const file: BackupFile = { path: resolve(from, path), password }
    return {
      file,
      replace: values.replace ? ('replace' as const) : ('refuse' as const),
      waking: values.resume ? ('resume' as const) : ('careful' as const),
    }
  } catch (error) {
    throw error instanceof BackupError ? error : new BackupError(usage)
  }
}

function sayWhatIsNext(madeAt: string, scope: 'installation' | 'workspace', waking: 'careful' | 'resume') {
  console.log(`All is as it was on ${madeAt}. Start Comptoir with npm start.`)
  if (scope === 'workspace')
    console.log(
      'Passwords were not in this backup: people choose new ones, and mailboxes are connected again in the settings.',
    )
  else if (waking === 'careful')
    console.log(
      'Mailboxes are paused, and mail that waited then is marked unknown: look, then resume them in the settings.',
    )
}
