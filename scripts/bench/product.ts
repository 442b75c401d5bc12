import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { startEmbedded } from '@comptoir/db/embedded'
import { freePort } from '@comptoir/db/embedded/free-port'
import { dataFolder } from './data-folder.ts'
import { fillInbox, type BenchBusiness } from './fill-inbox.ts'
import { removeData } from '../testing/remove-data.ts'
import { processCpuMs, residentBytes } from './process-figures.ts'

const largeFrom = 100_000

/** Comptoir as a user runs it, with a filled business and two people signed in. */
export interface Product {
  url: string
  mailInPort: number
  ownerUrl: string
  dataDir: string
  business: BenchBusiness
  cpuMs(): number
  residentBytes(): number
  stop(): Promise<void>
}

export async function startProduct(conversations: number): Promise<Product> {
  const port = await freePort(0)
  const mailInPort = await freePort(0)
  const dataDir = dataFolder(conversations)
  // The large one takes minutes to fill; what other benches wrote in it is little beside what it holds.
  if (conversations < largeFrom) await removeData(dataDir)
  mkdirSync(dataDir, { recursive: true })
  const server = spawn(process.execPath, [join(import.meta.dirname, '../start.ts')], {
    env: {
      ...process.env,
      PORT: String(port),
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      COMPTOIR_DATA: dataDir,
      MAIL_IN_PORT: String(mailInPort),
      // The mail servers it is measured against are on this machine.
      ALLOW_PRIVATE_HOSTS: 'true',
      LOG_LEVEL: 'warn',
      // Leaving is measured, not the time to think again.
      UNDO_SEND_SECONDS: '0',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let isReady = false
  for await (const line of createInterface(server.stdout)) {
    isReady = line.startsWith('Comptoir is ready')
    if (isReady) break
  }
  if (!isReady) throw new Error('Comptoir did not start')
  server.stdout.resume()
  const url = `http://127.0.0.1:${port}`
  // The server's own database is up: this finds it, and does not start another.
  const { ownerUrl } = await startEmbedded({ dir: join(dataDir, 'postgres') })
  const filled = join(dataDir, 'bench.json')
  const business = await fillInbox({ url, ownerUrl, conversations, keptIn: filled, isFilled: existsSync(filled) })
  return {
    url,
    mailInPort,
    ownerUrl,
    dataDir,
    business,
    cpuMs: () => processCpuMs(server.pid!),
    residentBytes: () => residentBytes(server.pid!),
    async stop() {
      server.kill('SIGTERM')
      await once(server, 'exit')
    },
  }
}
