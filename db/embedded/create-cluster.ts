import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Home } from './home.ts'
import { runProgram } from './run-program.ts'

/** Makes the data folder once. */
export async function createCluster(home: Home): Promise<void> {
  const data = join(home.folder, 'data')
  if (existsSync(data)) return
  // Made in a side folder and renamed when whole, so that a first start cut short leaves nothing half-made.
  const part = `${data}.part`
  rmSync(part, { recursive: true, force: true })
  await runProgram(home, 'initdb', [
    '-D',
    part,
    '-U',
    'postgres',
    '--auth=scram-sha-256',
    `--pwfile=${join(home.folder, 'superuser-password')}`,
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--data-checksums',
    '--no-instructions',
  ])
  renameSync(part, data)
}
