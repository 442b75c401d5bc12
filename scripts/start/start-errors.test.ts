import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

let dataDir: string
let server: Server | undefined

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'start-'))
})

afterEach(() => {
  server?.close()
  server = undefined
  rmSync(dataDir, { recursive: true })
})

test('a wrong variable is named', async () => {
  expect(await start({ SIGN_UP: 'maybe' })).toEqual({
    code: 1,
    said: 'SIGN_UP must be "closed" or "open", not "maybe".',
  })
})

test('a wrong flag is named', async () => {
  const { code, said } = await start({}, ['--demmo'])
  expect({ code, said }).toEqual({ code: 1, said: 'npm start takes "-- --demo" or nothing, not "--demmo".' })
})

test('a port in use is named, with the variable that changes it', async () => {
  const port = await listen()
  expect(await start({ PORT: port })).toEqual({ code: 1, said: `Port ${port} is in use: set PORT to another.` })
  expect(await start({ PORT: '0', MAIL_IN_PORT: port })).toEqual({
    code: 1,
    said: `Port ${port} is in use: set MAIL_IN_PORT to another.`,
  })
})

test('a database that does not answer is named without its password', async () => {
  const { code, said } = await start({ DATABASE_URL: 'postgres://camille:hunter2@127.0.0.1:1/comptoir' })
  expect(code).toBe(1)
  expect(said).toBe('The database 127.0.0.1:1/comptoir cannot be used: connect ECONNREFUSED 127.0.0.1:1.')
})

test('a database older than 15 is refused by its version', async () => {
  const port = await listen((socket) => answerAs('140013', 'PostgreSQL 14.13 on x86_64-pc-linux-gnu', socket))
  expect(await start({ DATABASE_URL: `postgres://camille@127.0.0.1:${port}/comptoir` })).toEqual({
    code: 1,
    said: `The database 127.0.0.1:${port}/comptoir is PostgreSQL 14.13: Comptoir needs 15 or later.`,
  })
})

async function start(env: Record<string, string>, flags: string[] = []): Promise<{ code: number; said: string }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '..', 'start.ts'), ...flags], {
    env: { ...process.env, PORT: '0', MAIL_IN_PORT: '0', COMPTOIR_DATA: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => void (said += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => void (said += text))
  const [code] = await once(child, 'close')
  return { code, said: said.trim() }
}

async function listen(onSocket: (socket: Socket) => void = () => undefined): Promise<string> {
  server = createServer(onSocket).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return String(typeof address === 'object' ? address?.port : address)
}

// As much of PostgreSQL's protocol as a question and its one row need.
function answerAs(version: string, name: string, socket: Socket): void {
  const ready = packet('Z', Buffer.from('I'))
  const authenticated = packet('R', Buffer.from([0, 0, 0, 0]))
  const row = Buffer.concat([Buffer.from([0, 2]), value(version), value(name)])
  const columns = Buffer.concat([Buffer.from([0, 2]), column('number', 23), column('name', 25)])
  socket.on('error', () => undefined)
  socket.once('data', () => {
    socket.write(Buffer.concat([authenticated, ready]))
    socket.on('data', (asked) => {
      if (asked[0] !== 'Q'.charCodeAt(0)) return
      socket.write(
        Buffer.concat([packet('T', columns), packet('D', row), packet('C', Buffer.from('SELECT 1\0')), ready]),
      )
    })
  })
}

function packet(type: string, body: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeInt32BE(body.length + 4)
  return Buffer.concat([Buffer.from(type), length, body])
}

function value(text: string): Buffer {
  const length = Buffer.alloc(4)
  length.writeInt32BE(Buffer.byteLength(text))
  return Buffer.concat([length, Buffer.from(text)])
}

function column(name: string, type: number): Buffer {
  const rest = Buffer.alloc(18)
  rest.writeInt32BE(type, 6)
  return Buffer.concat([Buffer.from(`${name}\0`), rest])
}
