import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { freePort } from '@comptoir/db/embedded/free-port'

/** Comptoir as `npm start` runs it, which can be ended and started again at the same address. */
export interface ComptoirProcess {
  url: string
  mailPort: number
  dataDir: string
  /** What it printed so far. */
  printed(): string[]
  /** Answers once it is ready; rejects with its last words if it will not be. */
  start(): Promise<void>
  end(signal: NodeJS.Signals): Promise<void>
}

/** Longer than a start takes on the slowest machine. */
const patienceMs = 100_000

export async function comptoirProcess(
  dataDir: string,
  given: { flags?: string[]; env?: Record<string, string> } = {},
): Promise<ComptoirProcess> {
  const [port, mailPort] = [await freePort(0), await freePort(0)]
  const url = `http://127.0.0.1:${port}`
  const env = {
    ...process.env,
    PORT: String(port),
    PUBLIC_URL: url,
    MAIL_IN_PORT: String(mailPort),
    COMPTOIR_DATA: dataDir,
    LOG_LEVEL: 'warn',
    ...given.env,
  }
  const lines: string[] = []
  let child: ChildProcess

  async function start() {
    const args = [join(import.meta.dirname, '../start.ts'), ...(given.flags ?? [])]
    child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
    const patience = setTimeout(() => child.kill('SIGKILL'), patienceMs)
    createInterface(child.stderr!).on('line', (line) => lines.push(line))
    await new Promise<void>((isReady, failed) => {
      createInterface(child.stdout!).on('line', (line) => {
        lines.push(line)
        if (line.startsWith('Comptoir is ready')) isReady()
      })
      child.once('exit', () => failed(new Error(`Comptoir did not start:\n${lines.slice(-15).join('\n')}`)))
    }).finally(() => clearTimeout(patience))
  }

  async function end(signal: NodeJS.Signals) {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill(signal)
    await once(child, 'exit')
  }
  return { url, mailPort, dataDir, printed: () => lines, start, end }
}
