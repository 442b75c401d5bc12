import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { roleUrls } from '@comptoir/db/open-roles'
import { onTestFinished } from 'vitest'
import type { TestServer } from '../../testing/open-test-server.ts'

/**
 * A delivery pump in a process of its own, over the same database, to be killed in the middle of its work; its clock may
 * be wrong by some days.
 */
export async function startPumpApart({ server, ownerUrl }: TestServer, { wrongByDays = 0 } = {}) {
  const { config, secretKey } = server
  const urls = roleUrls(ownerUrl, secretKey)
  const told = JSON.stringify({ config, secretKey, urls })
  const clock = ['--import', join(import.meta.dirname, 'wrong-clock.ts')]
  const program = [...(wrongByDays ? clock : []), join(import.meta.dirname, 'pump-apart.ts'), told]
  const env = { ...process.env, WRONG_BY_DAYS: String(wrongByDays) }
  const child = spawn(process.execPath, program, { stdio: 'inherit', env })
  const exited = once(child, 'exit')
  const kill = async () => {
    child.kill('SIGKILL')
    await exited
  }
  onTestFinished(kill)
  return { kill }
}
