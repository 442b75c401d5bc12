import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { freePort } from '@comptoir/db/embedded/free-port'
import { removeData } from './remove-data.ts'

/** Comptoir as `npm start` runs it, in a data folder of its own. */
export interface RunningComptoir {
  url: string
  mailPort: number
  dataDir: string
  /** What it printed so far. */
  printed(): string[]
  /** Ends it as a power cut would; the database goes on until the next start finds it. */
  kill(): Promise<void>
  start(): Promise<void>
  /** Stops it cleanly, and removes all it kept. */
  stop(): Promise<void>
}

export async function runComptoir(
  options: { flags?: string[]; env?: Record<string, string> } = {},
): Promise<RunningComptoir> {
  const dataDir = mkdtempSync(join(tmpdir(), 'comptoir-journey-'))
  const [port, mailPort] = [await freePort(0), await freePort(0)]
  const url = `http://127.0.0.1:${port}`
  const env = {
    ...process.env,
    PORT: String(port),
    PUBLIC_URL: url,
    MAIL_IN_PORT: String(mailPort),
    COMPTOIR_DATA: dataDir,
    LOG_LEVEL: 'warn',
    ...options.env,
  }
  const lines: string[] = []
  let child: ChildProcess

  async function start() {
    const args = [join(import.meta.dirname, '../start.ts'), ...(options.flags ?? [])]
    child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
    createInterface(child.stderr!).on('line', (line) => lines.push(line))
    const ready = new Promise<void>((isReady, failed) => {
      createInterface(child.stdout!).on('line', (line) => {
        lines.push(line)
        if (line.startsWith('Comptoir is ready')) isReady()
      })
      child.once('exit', () => failed(new Error(`Comptoir did not start:\n${lines.slice(-15).join('\n')}`)))
    })
    await ready
  }

  async function end(signal: NodeJS.Signals) {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill(signal)
    await once(child, 'exit')
  }

  async function stop() {
    await end('SIGTERM')
    // A Comptoir that was killed left its database running.
    await removeData(dataDir)
  }

  await start().catch(async (error: unknown) => {
    await stop()
    throw error
  })
  return { url, mailPort, dataDir, printed: () => lines, kill: () => end('SIGKILL'), start, stop }
}
