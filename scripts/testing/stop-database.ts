import { join } from 'node:path'
import { findHome } from '@comptoir/db/embedded/home'
import { startPostmaster, stopPostmaster } from '@comptoir/db/embedded/postmaster'

/** Stops the embedded PostgreSQL under a running Comptoir, as whoever updates it does. Answers how to start it. */
export async function stopDatabase(dataDir: string): Promise<() => Promise<unknown>> {
  const home = findHome(join(dataDir, 'postgres'))
  await stopPostmaster(home)
  return () => startPostmaster(home, { listen_addresses: '127.0.0.1', unix_socket_directories: '' })
}
