import { chmodSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { inject } from 'vitest'
import { type ComptoirProcess, comptoirProcess } from './comptoir-process.ts'
import { copyData } from './copy-data.ts'
import { removeData } from './remove-data.ts'

/** Comptoir as `npm start` runs it, in a data folder of its own. */
export interface RunningComptoir extends Omit<ComptoirProcess, 'end'> {
  /** Ends it as a power cut would; the database goes on until the next start finds it. */
  kill(): Promise<void>
  /** Stops it cleanly, and removes all it kept. */
  stop(): Promise<void>
}

export interface RunOptions {
  /** What it finds at its start: nobody's business, the example, or what is in a folder, which stays. */
  data?: 'nothing' | 'example' | { folder: string }
  env?: Record<string, string>
}

export async function runComptoir({ data = 'nothing', env = {} }: RunOptions = {}): Promise<RunningComptoir> {
  const dataDir = typeof data === 'object' ? data.folder : emptyFolder()
  if (typeof data === 'string') copyData(inject('preparedData')[data], dataDir)
  // What it serves was built before the first of them.
  const running = await comptoirProcess(dataDir, { flags: ['--skip-build'], env })

  async function stop() {
    await running.end('SIGTERM')
    // A Comptoir that was killed left its database running.
    if (typeof data === 'string') await removeData(dataDir)
  }
  await running.start().catch(async (error: unknown) => {
    await stop()
    throw error
  })
  return { ...running, kill: () => running.end('SIGKILL'), stop }
}

function emptyFolder(): string {
  const folder = mkdtempSync(join(inject('dataFolder'), 'comptoir-'))
  // The account of its database has to reach what is in it.
  chmodSync(folder, 0o755)
  return folder
}
