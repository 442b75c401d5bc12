import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { homeFolder } from '@comptoir/db/embedded/home'
import { killPostmaster } from '@comptoir/db/embedded/postmaster'

/** Removes all that a Comptoir kept, with its database, which may live elsewhere and may still run. */
export async function removeData(dataDir: string): Promise<void> {
  const database = join(dataDir, 'postgres')
  if (existsSync(database)) {
    const home = homeFolder(database)
    await killPostmaster(home)
    rmSync(home, { recursive: true, force: true })
  }
  rmSync(dataDir, { recursive: true, force: true })
}
