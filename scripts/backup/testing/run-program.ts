import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

export interface Ran {
  code: number | null
  said: string
  wrong: string
}

/** Starts `npm run backup` or `npm run restore` on a data folder, as a person does in a terminal. */
export function startProgram(
  name: 'backup' | 'restore',
  dataDir: string,
  args: string[],
  env: Record<string, string> = {},
) {
  const program = join(import.meta.dirname, '../..', `${name}.ts`)
  const child: ChildProcess = spawn(process.execPath, [program, ...args], {
    env: { ...process.env, COMPTOIR_DATA: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = Promise.all([once(child, 'exit'), text(child.stdout!), text(child.stderr!)])
  return {
    pid: child.pid!,
    kill: () => child.kill('SIGKILL'),
    ran: ended.then(([[code], said, wrong]): Ran => ({ code, said, wrong })),
  }
}

export function runProgram(...given: Parameters<typeof startProgram>): Promise<Ran> {
  return startProgram(...given).ran
}
