import { join } from 'node:path'
import { startEmbedded, type Embedded } from '@comptoir/db/embedded'
import type { Config } from '@comptoir/server/config'
import pg from 'pg'
import { StartError } from './start-error.ts'

/** The database to serve from, and where it is in words. */
export type Database = { url: string; directUrl: string; place: string; stop(): Promise<void> }

/** The configured database, once it is known to answer and to be new enough, or else the embedded one. */
export async function openDatabase(config: Config): Promise<Database> {
  const { databaseUrl, databaseDirectUrl } = config
  if (!databaseUrl) return startOwn(config.dataDir)
  const directUrl = databaseDirectUrl ?? databaseUrl
  await checkDatabase(directUrl)
  return { url: databaseUrl, directUrl, place: placeOf(directUrl), stop: async () => undefined }
}

async function startOwn(dataDir: string): Promise<Database> {
  const embedded = await startEmbedded({ dir: join(dataDir, 'postgres') })
  const watch = watchOver(embedded)
  const stop = async () => {
    await watch.stop()
    await embedded.stop()
  }
  return { url: embedded.ownerUrl, directUrl: embedded.ownerUrl, place: embedded.dir, stop }
}

const lookEveryMs = 2000

/** A machine short of memory may kill the database and leave us: it is then started again, and loses nothing. */
function watchOver(embedded: Embedded) {
  let looking = Promise.resolve()
  const look = async () => {
    try {
      if (await embedded.revive()) console.error('The database had died, and was started again.')
    } catch (error) {
      console.error(error)
    }
  }
  const timer = setInterval(() => {
    looking = looking.then(look)
  }, lookEveryMs)
  return {
    stop() {
      clearInterval(timer)
      return looking
    },
  }
}

/** Throws StartError when a database that was named cannot be used, or is too old. */
export async function checkDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query(
      `select current_setting('server_version_num')::int as number, version() as name`,
    )
    if (rows[0].number < 150_000) {
      const [name] = /^PostgreSQL \S+/.exec(rows[0].name) ?? ['an old PostgreSQL']
      throw new StartError(`The database ${placeOf(url)} is ${name}: Comptoir needs 15 or later.`)
    }
  } catch (error) {
    if (error instanceof StartError) throw error
    throw new StartError(`The database ${placeOf(url)} cannot be used: ${reason(error)}.`)
  } finally {
    await client.end().catch(() => undefined)
  }
}

function placeOf(url: string): string {
  // The user and the password stay out of the terminal.
  const { host, pathname } = new URL(url)
  return `${host}${pathname}`
}

function reason(error: unknown): string {
  // A name with several addresses fails with one error for each.
  if (error instanceof AggregateError) return error.errors.map(reason).join(', ')
  return error instanceof Error ? error.message : String(error)
}
