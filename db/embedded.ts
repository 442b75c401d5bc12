import { totalmem } from 'node:os'
import { join, resolve } from 'node:path'
import { createCluster } from './embedded/create-cluster.ts'
import { findHome } from './embedded/home.ts'
import { createOwner } from './embedded/owner-role.ts'
import { keptPassword } from './embedded/passwords.ts'
import { died, findRunning, restartPostmaster, startPostmaster, stopPostmaster } from './embedded/postmaster.ts'

export type Embedded = {
  /** Connects as `comptoir`, who owns the database of that name and may create roles, but is no superuser. */
  ownerUrl: string
  /** For tests and backups, which create databases. The application never uses it. */
  superuserUrl: string
  /** Where the data really is: as root it may have to leave the folder that was asked for. */
  dir: string
  /** True when the server was found running, left behind by a program that was killed. */
  adopted: boolean
  /** Starts the server again if it died under us; one that was stopped stays so. Answers whether it had to. */
  revive(): Promise<boolean>
  stop(): Promise<void>
}

/**
 * Starts a PostgreSQL of our own in `dir`, making it on the first start, and answers once it can be queried.
 * Nothing but 127.0.0.1 reaches it. Throws `EmbeddedError`.
 */
export async function startEmbedded(options: { dir: string; settings?: Record<string, string> }): Promise<Embedded> {
  const home = findHome(resolve(options.dir))
  const superuser = keptPassword(home, 'superuser-password')
  const owner = keptPassword(home, 'owner-password')
  await createCluster(home)

  const settings = { ...defaultSettings(), ...options.settings }
  const running = await findRunning(home, superuser)
  const port = running ?? (await startPostmaster(home, settings))
  const superuserUrl = `postgres://postgres:${superuser}@127.0.0.1:${port}/postgres`
  await createOwner(superuserUrl, owner)

  return {
    ownerUrl: `postgres://comptoir:${owner}@127.0.0.1:${port}/comptoir`,
    superuserUrl,
    dir: join(home.folder, 'data'),
    adopted: running !== undefined,
    async revive() {
      if (!died(home)) return false
      await restartPostmaster(home, settings)
      return true
    },
    stop: () => stopPostmaster(home),
  }
}

function defaultSettings(): Record<string, string> {
  return {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '100',
    shared_buffers: `${sharedBuffersMegabytes()}MB`,
    // Compiling a plan costs more than any of our queries takes to run.
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
  }
}

function sharedBuffersMegabytes(): number {
  const megabytes = Math.min(totalmem(), process.constrainedMemory() || Infinity) / 2 ** 20
  return Math.round(Math.max(32, Math.min(1024, megabytes / 4)))
}
