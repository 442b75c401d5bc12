import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** A line between a client and a server that breaks or lies. */
export interface Proxy {
  port: number
  /** How often these words went from the server to the client. */
  passed(words: string): number
  /** On how many connections what the server said is held back. */
  held(): number
  /** Hands on what was held back. */
  letGo(): void
}

/** What the client gets of what the server said; `cut` ends the connection there, `hold` holds it back from there on. */
export type Fault = (said: Buffer) => Buffer | 'cut' | 'hold'

export async function startProxy(toPort: number, fault: Fault): Promise<Proxy> {
  const sockets = new Set<Socket>()
  const held = new Set<() => void>()
  let all = ''
  const server = createServer((client) => {
    const upstream = connect(toPort, '127.0.0.1')
    const end = () => {
      client.destroy()
      upstream.destroy()
    }
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.on('error', end).on('close', end)
    }
    client.pipe(upstream)
    const tell = (told: Buffer) => {
      all += told.toString('latin1')
      client.write(told)
    }
    upstream.on('data', (said: Buffer) => {
      const told = fault(said)
      if (told === 'cut') return end()
      if (told !== 'hold') return tell(told)
      upstream.pause()
      held.add(() => {
        tell(said)
        upstream.resume()
      })
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(async () => {
    const closed = once(server, 'close')
    server.close()
    sockets.forEach((socket) => socket.destroy())
    await closed
  })
  return {
    port: (server.address() as AddressInfo).port,
    passed: (words) => all.split(words).length - 1,
    held: () => held.size,
    letGo() {
      const some = [...held]
      held.clear()
      for (const hand of some) hand()
    },
  }
}
