import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { roleUrls } from '@comptoir/db/open-roles'
import { onTestFinished } from 'vitest'
import type { TestServer } from '@comptoir/server/testing/open-test-server'

/** The fetching of another process over the same database, to be killed in the middle of its work. */
export function startFetchingApart({ server, ownerUrl }: TestServer) {
  const { config, secretKey } = server
  const told = JSON.stringify({ config, secretKey, urls: roleUrls(ownerUrl, secretKey) })
  const child = spawn(process.execPath, [join(import.meta.dirname, 'fetch-apart.ts'), told], { stdio: 'inherit' })
  const exited = once(child, 'exit')
  const kill = async () => {
    child.kill('SIGKILL')
    await exited
  }
  onTestFinished(kill)
  return { kill, pid: child.pid! }
}
