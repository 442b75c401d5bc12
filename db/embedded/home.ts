import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { canEnter, giveToAccount } from './account.ts'
import { type Binaries, reachableBinaries } from './binaries.ts'
import { elsewhere } from './elsewhere.ts'

/** `folder` holds data, log and passwords of one server; `bin` its programs. */
export type Home = { folder: string; bin: Binaries }

/** Where the server of this folder lives: in it, or elsewhere when the account of the server cannot reach it. */
export function findHome(asked: string): Home {
  mkdirSync(asked, { recursive: true })
  const folder = homeFolder(asked)
  mkdirSync(folder, { recursive: true })
  giveToAccount(folder)
  if (process.platform !== 'win32') chmodSync(folder, 0o700)
  return { folder, bin: reachableBinaries() }
}

/** The same without making anything: for who only cleans up. */
export function homeFolder(asked: string): string {
  const note = join(asked, 'moved-to')
  // Written down and not computed again, so the data is still found after the folder is renamed.
  if (existsSync(note)) return readFileSync(note, 'utf8').trim()
  if (canEnter(asked)) return asked
  const folder = join(elsewhere(), createHash('sha256').update(asked).digest('hex').slice(0, 12))
  writeFileSync(note, `${folder}\n`)
  return folder
}
