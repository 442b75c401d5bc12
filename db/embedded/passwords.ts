import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { giveToAccount } from './account.ts'
import type { Home } from './home.ts'

/** A password made at the first start and kept beside the data, for this account's eyes only. */
export function keptPassword(home: Home, name: string): string {
  const path = join(home.folder, name)
  if (!existsSync(path)) {
    writeFileSync(path, randomBytes(18).toString('base64url'), { mode: 0o600 })
    giveToAccount(path)
  }
  return readFileSync(path, 'utf8')
}
