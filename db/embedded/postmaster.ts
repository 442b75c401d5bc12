import { existsSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { EmbeddedError } from './embedded-error.ts'
import { freePort } from './free-port.ts'
import type { Home } from './home.ts'
import { runProgram } from './run-program.ts'
import { runningProcess } from './running-process.ts'

/** The port of a server still running here because the program that started it was killed. */
export async function findRunning(home: Home, superuserPassword: string): Promise<number | undefined> {
  const found = readPidFile(home.folder)
  if (!found) return undefined
  const url = `postgres://postgres:${superuserPassword}@127.0.0.1:${found.port}/postgres`
  if (found.port && (await serves(url, join(home.folder, 'data')))) return found.port
  // A number that is gone, a zombie or another program's would make pg_ctl wait half a minute for nothing.
  if (isOurs(home.folder, found.pid)) await stopPostmaster(home)
  else rmSync(join(home.folder, 'data', 'postmaster.pid'), { force: true })
  return undefined
}

/** The port it had, or 0 before its first start. */
function keptPort(home: Home): number {
  const kept = join(home.folder, 'port')
  return existsSync(kept) ? Number(readFileSync(kept, 'utf8')) : 0
}

/** Starts it again where everybody still looks for it; throws while what it left behind holds its port. */
export async function restartPostmaster(home: Home, settings: Record<string, string>): Promise<void> {
  const port = keptPort(home)
  if ((await freePort(port)) !== port) throw new EmbeddedError(`The port ${port} of PostgreSQL is still in use.`)
  await startOn(port, home, settings)
}

/** Starts the server in a session of its own, so Ctrl+C does not reach it before the application has finished. */
export async function startPostmaster(home: Home, settings: Record<string, string>, attempts = 3): Promise<number> {
  const port = await freePort(keptPort(home))
  try {
    await startOn(port, home, settings)
    return port
  } catch (error) {
    // Between our look and its start, another program may have taken the port.
    if (attempts > 1 && (await freePort(port)) !== port) return startPostmaster(home, settings, attempts - 1)
    throw error
  }
}

async function startOn(port: number, home: Home, settings: Record<string, string>) {
  writeFileSync(join(home.folder, 'port'), String(port))
  const log = freshLog(home)
  const quote = process.platform === 'win32' ? '"' : "'"
  const flags = Object.entries(settings).map(([name, value]) => `-c ${name}=${quote}${value}${quote}`)
  try {
    const data = join(home.folder, 'data')
    await runProgram(home, 'pg_ctl', [
      'start',
      '-D',
      data,
      '-l',
      log,
      '-w',
      '-t',
      '120',
      '-o',
      [`-p ${port}`, ...flags].join(' '),
    ])
  } catch {
    throw new EmbeddedError(`PostgreSQL did not start; its log ${log} ends with:\n${lastLines(log)}`)
  }
}

export async function stopPostmaster(home: Home): Promise<void> {
  const data = join(home.folder, 'data')
  try {
    await runProgram(home, 'pg_ctl', ['stop', '-D', data, '-m', 'fast', '-w', '-t', '60'])
  } catch (error) {
    if (existsSync(join(data, 'postmaster.pid'))) throw error
  }
}

/** Whether the server ended without being stopped: it then left its pid file behind. */
export function died(home: Home): boolean {
  const found = readPidFile(home.folder)
  return found !== undefined && !isOurs(home.folder, found.pid)
}

/** Kills the server of a folder nobody will use again, and waits until it is gone. */
export async function killPostmaster(folder: string): Promise<void> {
  const found = readPidFile(folder)
  if (!found || !isOurs(folder, found.pid)) return
  process.kill(found.pid, 'SIGQUIT')
  for (let wait = 0; wait < 200 && isOurs(folder, found.pid); wait++) await new Promise((done) => setTimeout(done, 25))
}

function readPidFile(folder: string): { pid: number; port: number } | undefined {
  const path = join(folder, 'data', 'postmaster.pid')
  if (!existsSync(path)) return undefined
  const lines = readFileSync(path, 'utf8').split('\n')
  return { pid: Number(lines[0]), port: Number(lines[3]) }
}

function isOurs(folder: string, pid: number): boolean {
  const found = pid > 0 ? runningProcess(pid) : undefined
  if (!found) return false
  return found.command === undefined || (found.command.includes('postgres') && found.command.includes(folder))
}

async function serves(url: string, data: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query(`select current_setting('data_directory') as folder`)
    // A copied folder brings along the pid file of the server it was copied from.
    const folder = String(rows[0].folder)
    return !existsSync(folder) || realpathSync(folder) === realpathSync(data)
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

function freshLog(home: Home): string {
  const log = join(home.folder, 'postgres.log')
  const tenMegabytes = 10 * 2 ** 20
  if (existsSync(log) && statSync(log).size > tenMegabytes) renameSync(log, `${log}.old`)
  return log
}

function lastLines(log: string): string {
  return existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n').slice(-12).join('\n') : '(it is empty)'
}
