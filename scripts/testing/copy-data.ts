import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { giveToAccount } from '@comptoir/db/embedded/account'
import { homeFolder } from '@comptoir/db/embedded/home'

/** Copies all that a stopped Comptoir kept, with its database, into a folder where another may start. */
export function copyData(from: string, to: string): void {
  cpSync(from, to, { recursive: true, filter: (path) => basename(path) !== 'postgres' })
  mkdirSync(join(to, 'postgres'))
  const [database, copy] = [from, to].map((folder) => homeFolder(join(folder, 'postgres'))) as [string, string]
  cpSync(database, copy, { recursive: true })
  // Each copy is served on a port of its own.
  rmSync(join(copy, 'port'))
  giveToAccount(copy)
  for (const path of readdirSync(copy, { recursive: true }) as string[]) giveToAccount(join(copy, path))
}
