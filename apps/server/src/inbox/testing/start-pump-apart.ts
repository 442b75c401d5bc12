import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { roleUrls } from '@comptoir/db/open-roles'
import { onTestFinished } from 'vitest'
import type { TestServer } from '../../testing/open-test-server.ts'

/** A delivery pump in a process of its own, over the same database, to be killed in the middle of its work. */
export async function startPumpApart({ server, ownerUrl }: TestServer) {
  const { config, secretKey } = server
  const urls = roleUrls(ownerUrl, secretKey)
  const told = JSON.stringify({ config, secretKey, urls })
  const child = spawn(process.execPath, [join(import.meta.dirname, 'pump-apart.ts'), told], { stdio: 'inherit' })
  const exited = once(child, 'exit')
  const kill = async () => {
    child.kill('SIGKILL')
    await exited
  }
  onTestFinished(kill)
  return { kill }
}
