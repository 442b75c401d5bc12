import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { freePort } from '@comptoir/db/embedded/free-port'
import { homeFolder } from '@comptoir/db/embedded/home'
import { killPostmaster } from '@comptoir/db/embedded/postmaster'
import { runningProcess } from '@comptoir/db/embedded/running-process'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

const program = join(import.meta.dirname, 'start.ts')
let dataDir: string
let env: NodeJS.ProcessEnv
let last: Started | undefined

beforeAll(async () => {
  const parent = mkdtempSync(join(tmpdir(), 'comptoir-start-'))
  chmodSync(parent, 0o755)
  dataDir = join(parent, 'data')
  const PORT = String(await freePort(0))
  env = { ...process.env, COMPTOIR_DATA: dataDir, PORT, MAIL_IN_PORT: '0', LOG_LEVEL: 'error', DATABASE_URL: '' }
})

afterAll(async () => {
  last?.child.kill('SIGKILL')
  const home = homeFolder(join(dataDir, 'postgres'))
  await killPostmaster(home)
  rmSync(home, { recursive: true, force: true })
  rmSync(dirname(dataDir), { recursive: true, force: true })
})

test('a first start says where the data is, and then in one line that Comptoir is ready', async () => {
  const { said } = await start()
  expect(said()).toBe(`The data is in ${dataDir}\nComptoir is ready at http://localhost:${env.PORT}\n`)
  const health = await fetch(`http://127.0.0.1:${env.PORT}/health`)
  expect(health.status).toBe(200)
})

test('a second start on the same data is refused', async () => {
  const { said, exit } = await start()
  const second = run()
  expect(await second.exit).toBe(1)
  expect(second.said()).toMatch(/^Comptoir already runs on .*, as process \d+\.\n$/)
  expect(said()).toMatch(/ready/)
  last?.child.kill('SIGTERM')
  expect(await exit).toBe(0)
})

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s stops the server and its database', async (signal) => {
  const { child, exit } = await start()
  const database = databasePid()
  child.kill(signal)
  expect(await exit).toBe(0)
  expect(runningProcess(database)).toBeUndefined()
  expect(existsSync(join(dataDir, 'owner.json'))).toBe(false)
})

test('killed at once, Comptoir is ready again within three seconds of the next start', async () => {
  const { child, exit } = await start()
  child.kill('SIGKILL')
  await exit
  const startedAt = performance.now()
  await start()
  expect(performance.now() - startedAt).toBeLessThan(3000)
})

test('when npm and its shell are killed, Comptoir stops too', async () => {
  last?.child.kill('SIGTERM')
  await last?.exit
  // The shell may not replace itself by its last command, so that one is not the last.
  const shell = spawn('/bin/sh', ['-c', '"$0" "$1"; true', process.execPath, program], {
    env: { ...env, npm_lifecycle_event: 'start' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await untilReady(follow(shell))
  const { pid } = JSON.parse(readFileSync(join(dataDir, 'owner.json'), 'utf8'))
  shell.kill('SIGTERM')
  await expect.poll(() => runningProcess(pid), { timeout: 20_000 }).toBeUndefined()
  expect(existsSync(join(dataDir, 'owner.json'))).toBe(false)
})

type Started = { child: ChildProcess; said(): string; exit: Promise<number | null> }

/** The one that runs, or a new one that is ready. */
async function start(): Promise<Started> {
  if (last && last.child.exitCode === null && last.child.signalCode === null) return last
  last = run()
  await untilReady(last)
  return last
}

async function untilReady({ said, exit }: Started): Promise<void> {
  const isReady = () => expect(said()).toMatch(/ready at/)
  await Promise.race([vi.waitFor(isReady, { timeout: 60_000, interval: 20 }), exit])
  isReady()
}

function run(): Started {
  return follow(spawn(process.execPath, [program], { env, stdio: ['ignore', 'pipe', 'pipe'] }))
}

function follow(child: ChildProcess): Started {
  let text = ''
  const keep = (chunk: string) => void (text += chunk)
  child.stdout?.setEncoding('utf8').on('data', keep)
  child.stderr?.setEncoding('utf8').on('data', keep)
  return { child, said: () => text, exit: once(child, 'close').then(([code]) => code) }
}

function databasePid(): number {
  return Number.parseInt(readFileSync(join(homeFolder(join(dataDir, 'postgres')), 'data', 'postmaster.pid'), 'utf8'))
}
