// `npm run mail:import -- [--workspace SLUG] FILE|MBOX|FOLDER…`: passes the mails of files through the intake, whether
// the server runs or not, and prints one line of JSON for each: what became of it, and where it is.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openDb } from '@comptoir/db/db'
import { migrate } from '@comptoir/db/migrate'
import { openRoles } from '@comptoir/db/open-roles'
import { ConfigError, readConfig } from './config.ts'
import { openInbox } from './inbox/receive-mail.ts'
import { openLogger } from './logger.ts'
import { openFileStore } from './messaging/file-store.ts'
import { importMails } from './messaging/import/import-mails.ts'
import { startIntake } from './messaging/start-intake.ts'
import { openDatabase } from './open-database.ts'
import { secretOf } from './secret-of.ts'
import { workspaceToUse, UnclearWorkspace } from './workspace-to-use.ts'

const usage = 'npm run mail:import -- [--workspace SLUG] FILE|MBOX|FOLDER…'

class UsageError extends Error {}

try {
  await importMail(process.argv.slice(2))
} catch (error) {
  const isSaid = [UsageError, ConfigError, UnclearWorkspace].some((said) => error instanceof said)
  console.error(isSaid ? (error as Error).message : error)
  process.exitCode = 1
}

async function importMail(args: string[]): Promise<void> {
  const { slug, paths } = readArgs(args)
  const envFile = join(import.meta.dirname, '../../../.env')
  if (existsSync(envFile)) process.loadEnvFile(envFile)
  const config = readConfig(process.env)
  const database = await openDatabase(config)
  try {
    const secretKey = await secretOf(config, database.directUrl)
    await migrate(database.directUrl)
    const db = openDb({ ...(await openRoles(database.directUrl, secretKey, database.url)), connections: 4 })
    // The screens of a running server hear of it by the log of events.
    const live = { db, committed() {} }
    const files = await openFileStore(join(config.dataDir, 'files'))
    const log = openLogger(config.logLevel === 'info' ? 'warn' : config.logLevel)
    const intake = startIntake({ config, secretKey, log, live, files, openInbox })
    try {
      const { workspaceId, made } = await workspaceToUse(db, config, slug)
      if (made)
        console.error(`There was no business: ${made.slug} is made. Its owner enters by this link:\n${made.link}`)
      const mails = importMails({ live, files, intake }, workspaceId, paths, (file) => {
        console.error(`${file} holds a mail larger than 35 MB, which was not imported.`)
        process.exitCode = 1
      })
      for await (const mail of mails) console.log(JSON.stringify(mail))
    } finally {
      await intake.stop()
      await db.close()
    }
  } finally {
    await database.stop()
  }
}

function readArgs(args: string[]): { slug: string | undefined; paths: string[] } {
  const { values, positionals } = parsed(args)
  if (positionals.length === 0) throw new UsageError(usage)
  const missing = positionals.find((path) => !existsSync(path))
  if (missing) throw new UsageError(`There is no file or folder ${missing}.`)
  return { slug: values.workspace, paths: positionals }
}

function parsed(args: string[]) {
  try {
    return parseArgs({ args, options: { workspace: { type: 'string' } }, allowPositionals: true })
  } catch {
    throw new UsageError(usage)
  }
}
