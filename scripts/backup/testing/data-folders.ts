import { existsSync, globSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { homeFolder } from '@comptoir/db/embedded/home'
import { killPostmaster } from '@comptoir/db/embedded/postmaster'

/** Folders for data and backups, and the databases in them, all gone in the end. */
export function dataFolders() {
  const parent = mkdtempSync(join(tmpdir(), 'comptoir-backup-'))
  return {
    at: (name: string) => join(parent, name),
    async remove() {
      for (const database of globSync(join(parent, '*', 'postgres'))) {
        const home = homeFolder(database)
        await killPostmaster(home)
        if (existsSync(home)) rmSync(home, { recursive: true, force: true })
      }
      rmSync(parent, { recursive: true, force: true })
    },
  }
}
