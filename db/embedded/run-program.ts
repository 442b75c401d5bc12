import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { account } from './account.ts'
import type { Home } from './home.ts'

/** Runs one of PostgreSQL's own programs as the account of the server. */
export async function runProgram(home: Home, name: 'initdb' | 'pg_ctl', args: string[]): Promise<void> {
  const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC' }
  await promisify(execFile)(join(home.bin, name), args, { ...account, cwd: home.folder, env })
}
