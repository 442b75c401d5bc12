import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, Server } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { type Embedded, startEmbedded } from './embedded.ts'
import { freePort } from './embedded/free-port.ts'
import { killPostmaster } from './embedded/postmaster.ts'
import { runningProcess } from './embedded/running-process.ts'

const settings = { shared_buffers: '32MB' }
// Making a database takes longer than all the rest, so tests of an installation that has one already share it.
const folders = new Set<string>()
const old = newFolder()
let started: Embedded | undefined

afterEach(async () => {
  await started?.stop()
  if (started) folders.add(dirname(started.dir))
  started = undefined
})

afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })))

test('a first start makes a database whose owner is no superuser, may create roles, and has a secret password', async () => {
  started = await startEmbedded({ dir: old, settings })
  expect(started.adopted).toBe(false)
  expect(
    await ask(started, 'select rolsuper, rolcreaterole, rolbypassrls from pg_roles where rolname = current_user'),
  ).toEqual({
    rolsuper: false,
    rolcreaterole: true,
    rolbypassrls: false,
  })
  expect(await ask(started, 'select datname from pg_database where datdba = current_user::regrole')).toEqual({
    datname: 'comptoir',
  })
  expect(await ask(started, `select current_setting('jit') as jit`)).toEqual({ jit: 'off' })
  const home = dirname(started.dir)
  const secret = process.platform === 'win32' ? [] : [home, join(home, 'owner-password')]
  for (const path of secret) expect(statSync(path).mode & 0o077).toBe(0)
})

test('French names sort as in French, and the extensions the migrations need are there', async () => {
  started = await startEmbedded({ dir: old, settings })
  const sorted = await ask(
    started,
    `select string_agg(n, ' ' order by n collate "fr-x-icu") as names from (values ('Zoé'), ('Éva'), ('Fanny')) as v(n)`,
  )
  expect(sorted).toEqual({ names: 'Éva Fanny Zoé' })
  await ask(started, 'create extension pg_trgm; create extension unaccent; create extension btree_gist')
})

test('what was written is there after a stop, on the same port', async () => {
  started = await startEmbedded({ dir: old, settings })
  const { ownerUrl } = started
  await ask(started, 'create table word (text text); insert into word values ($$bonjour$$)')
  await started.stop()
  started = await startEmbedded({ dir: old, settings })
  expect(started.ownerUrl).toBe(ownerUrl)
  expect(await ask(started, 'select text from word')).toEqual({ text: 'bonjour' })
})

test('a program killed at once leaves its server running, and the next one adopts it', async () => {
  started = await startEmbedded({ dir: old, settings })
  await started.stop()
  const program = `import { startEmbedded } from '${import.meta.dirname}/embedded.ts'
    await startEmbedded({ dir: '${old}', settings: { shared_buffers: '32MB' } })
    console.log('started')
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  child.kill('SIGKILL')
  await once(child, 'exit')
  const pid = serverPid()

  started = await startEmbedded({ dir: old, settings })
  expect(started.adopted).toBe(true)
  expect(serverPid()).toBe(pid)
  await started.stop()
  expect(runningProcess(pid)).toBeUndefined()
})

test('a server that was killed is recovered with every acknowledged row', async () => {
  started = await startEmbedded({ dir: old, settings })
  await ask(started, 'create table saved (text text); insert into saved values ($$kept$$)')
  await killPostmaster(dirname(started.dir))
  started = await startEmbedded({ dir: old, settings })
  expect(started.adopted).toBe(false)
  expect(await ask(started, 'select text from saved')).toEqual({ text: 'kept' })
})

test('a server that died is started again on its port with every row, and one that was stopped is left alone', async () => {
  started = await startEmbedded({ dir: old, settings })
  await ask(started, 'create table if not exists told (text text); insert into told values ($$kept$$)')
  expect(await started.revive()).toBe(false)
  process.kill(serverPid(), 'SIGKILL')
  const { revive } = started
  // Its children may take a moment to notice.
  await expect.poll(() => revive().catch(() => false)).toBe(true)
  expect(await ask(started, 'select text from told')).toEqual({ text: 'kept' })
  await started.stop()
  expect(await revive()).toBe(false)
})

test('a server that died comes back on its port or not at all: everybody looks for it there', async () => {
  started = await startEmbedded({ dir: old, settings })
  const { revive } = started
  const port = Number(new URL(started.ownerUrl).port)
  process.kill(serverPid(), 'SIGKILL')
  // Its children may take a moment to notice.
  await expect.poll(() => freePort(port)).toBe(port)
  const other = createServer()
  const { close } = Server.prototype
  // As soon as the look at the port is over, another program has it.
  vi.spyOn(Server.prototype, 'close').mockImplementationOnce(function (this: Server, done) {
    return close.call(this, () => other.listen(port, '127.0.0.1', done))
  })
  await expect(revive()).rejects.toThrow('PostgreSQL did not start')
  await new Promise((closed) => other.close(closed))
  await expect.poll(() => revive().catch(() => false)).toBe(true)
  expect(await ask(started, 'select 1 as one')).toEqual({ one: 1 })
})

test("a pid file that now names another program's process is not in the way", async () => {
  started = await startEmbedded({ dir: old, settings })
  await started.stop()
  writeFileSync(join(started.dir, 'postmaster.pid'), `${process.pid}\n${started.dir}\n0\n1\n\n\n0\n`)
  started = await startEmbedded({ dir: old, settings })
  expect(await ask(started, 'select 1 as one')).toEqual({ one: 1 })
})

test('a first start cut short is begun again', async () => {
  const dir = newFolder()
  const half = join(dir, 'data.part')
  mkdirSync(dir, { recursive: true })
  writeFileSync(half, 'half a database')
  started = await startEmbedded({ dir, settings })
  expect(existsSync(half)).toBe(false)
})

test('a folder the account of the server cannot enter is left for another, which is found again', async () => {
  const dir = newFolder()
  chmodSync(dirname(dirname(dir)), 0o700)
  started = await startEmbedded({ dir, settings })
  const place = started.dir
  expect(place.startsWith(dir)).toBe(process.getuid?.() !== 0)
  await started.stop()
  started = await startEmbedded({ dir, settings })
  expect(started.dir).toBe(place)
})

function newFolder(): string {
  const parent = mkdtempSync(join(tmpdir(), 'comptoir-embedded-'))
  chmodSync(parent, 0o755)
  folders.add(parent)
  return join(parent, 'new', 'postgres')
}

function serverPid(): number {
  return Number.parseInt(readFileSync(join(old, 'data', 'postmaster.pid'), 'utf8'))
}

async function ask(embedded: Embedded, statement: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: embedded.ownerUrl })
  await client.connect()
  try {
    const result = await client.query(statement)
    return [result].flat().at(-1)?.rows[0]
  } finally {
    await client.end()
  }
}
