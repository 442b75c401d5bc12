import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

/** A mail server that takes everything. */
export interface BenchSink {
  port: number
  taken(): number
  /** When it had taken so many, in milliseconds of the clock. */
  tookAll(count: number): Promise<number>
  stop(): Promise<void>
}

export async function startSink(): Promise<BenchSink> {
  const server = fork(join(import.meta.dirname, 'mail-sink-server.ts'))
  const [{ port }] = (await once(server, 'message')) as [{ port: number }]
  let taken = 0
  let waiting: { count: number; done: (at: number) => void }[] = []
  server.on('message', (message: { taken: number; at: number }) => {
    taken = message.taken
    for (const one of waiting) if (taken >= one.count) one.done(message.at)
    waiting = waiting.filter((one) => taken < one.count)
  })
  return {
    port,
    taken: () => taken,
    tookAll: (count) => new Promise((done) => waiting.push({ count, done })),
    async stop() {
      server.disconnect()
      await once(server, 'exit')
    },
  }
}
