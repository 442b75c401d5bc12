// `npm run workspace:create -- --name … --email … --owner-name …`: makes a business on this installation, whether
// the server runs or not, and prints the link by which its owner chooses a password.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import * as v from 'valibot'
import { email, filledLine, locale } from '@comptoir/contract/base'
import { openDb } from '@comptoir/db/db'
import { migrate } from '@comptoir/db/migrate'
import { openRoles } from '@comptoir/db/open-roles'
import { ConfigError, readConfig } from '../config.ts'
import { firstMailbox } from '../first-mailbox.ts'
import { openDatabase } from '../open-database.ts'
import { secretOf } from '../secret-of.ts'
import { addWorkspace } from './add-workspace.ts'

const usage = 'npm run workspace:create -- --name NAME --email EMAIL --owner-name NAME [--locale fr|nl|en]'
const input = v.object({ name: filledLine(80), email, 'owner-name': filledLine(80), locale: v.optional(locale, 'fr') })

class UsageError extends Error {}

try {
  const { slug, owner, link } = await createWorkspace(process.argv.slice(2))
  const how = owner === 'signs-in' ? 'Its owner signs in here' : 'Its owner enters by this link, which works for 7 days'
  console.log(`The business ${slug} is made. ${how}:\n${link}`)
} catch (error) {
  console.error(error instanceof UsageError || error instanceof ConfigError ? error.message : error)
  process.exitCode = 1
}

async function createWorkspace(args: string[]) {
  const asked = readArgs(args)
  const envFile = join(import.meta.dirname, '../../../../.env')
  if (existsSync(envFile)) process.loadEnvFile(envFile)
  const config = readConfig(process.env)
  const database = await openDatabase(config)
  try {
    const secretKey = await secretOf(config, database.directUrl)
    await migrate(database.directUrl)
    const db = openDb({ ...(await openRoles(database.directUrl, secretKey, database.url)), connections: 2 })
    try {
      const furnishing = { ...firstMailbox(db, config.mailDomain), undoSeconds: config.undoSeconds }
      return await addWorkspace(db, furnishing, config.publicUrl, { ...asked, ownerName: asked['owner-name'] })
    } finally {
      await db.close()
    }
  } finally {
    await database.stop()
  }
}

function readArgs(args: string[]) {
  const text = { type: 'string' } as const
  try {
    const { values } = parseArgs({ args, options: { name: text, email: text, 'owner-name': text, locale: text } })
    return v.parse(input, values)
  } catch {
    throw new UsageError(usage)
  }
}
