import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { Agent, request } from 'node:http'
import { io, type Socket } from 'socket.io-client'
import { makeId } from '@comptoir/rules/uuid'
import { processCpuMs } from './process-figures.ts'
import type { Product } from './product.ts'

/** What a bench of messages drives: the product, or the least that does the same. */
export interface Target {
  post(text: string): Promise<void>
  /** A connected screen that says which texts reached it. */
  screen(onText: (text: string) => void): Promise<Socket>
  cpuMs(): number
  stop(): Promise<void>
}

const agent = new Agent({ keepAlive: true, maxSockets: 256 })

export async function bareTarget(ownerUrl: string): Promise<Target> {
  const server = fork(join(import.meta.dirname, 'baseline-server.ts'), [ownerUrl])
  const [{ port }] = (await once(server, 'message')) as [{ port: number }]
  const url = `http://127.0.0.1:${port}`
  return {
    post: (text) => send(`${url}/messages`, {}, { body: text }),
    async screen(onText) {
      const socket = io(url, { transports: ['websocket'], forceNew: true })
      await connected(socket)
      socket.on('message', (message: { body: string }) => onText(message.body))
      return socket
    },
    cpuMs: () => processCpuMs(server.pid!),
    async stop() {
      server.disconnect()
      await once(server, 'exit')
    },
  }
}

export async function productTarget(
  product: Product,
  conversationIds = product.business.conversationIds,
): Promise<Target> {
  const { url, business } = product
  const cookie = await signIn(product)
  let turn = 0
  return {
    post(text) {
      const conversationId = conversationIds[turn++ % conversationIds.length]!
      const input = {
        commandId: makeId(),
        messageId: makeId(),
        bodyHtml: `<p>${text}</p>`,
        fileIds: [],
        baseSeq: 0,
        conflict: 'anyway',
      }
      return send(`${url}/api/w/${business.slug}/inbox/conversations/${conversationId}/replies`, { cookie }, input)
    },
    async screen(onText) {
      const socket = staffSocket(url, business.slug, cookie)
      await connected(socket)
      socket.on('event', (event: { name: string; data: { message?: { text: string } } }) => {
        if (event.name === 'inbox.message_sent') onText(event.data.message!.text)
      })
      return socket
    },
    cpuMs: product.cpuMs,
    stop: async () => {},
  }
}

export async function signIn({ url, business }: Product): Promise<string> {
  const response = await fetch(`${url}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: business.email, password: business.password }),
  })
  if (!response.ok) throw new Error(`nobody could sign in: ${response.status}`)
  return response.headers.getSetCookie()[0]!.split(';')[0]!
}

export function staffSocket(url: string, slug: string, cookie: string) {
  return io(`${url}/staff`, { transports: ['websocket'], forceNew: true, auth: { slug }, extraHeaders: { cookie } })
}

export async function connected(socket: Socket): Promise<void> {
  if (socket.connected) return
  await new Promise<void>((done, failed) => {
    socket.once('connect', done)
    socket.once('connect_error', failed)
  })
}

function send(url: string, headers: Record<string, string>, body: unknown): Promise<void> {
  const text = JSON.stringify(body)
  return new Promise((done, failed) => {
    const call = request(
      url,
      {
        agent,
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) },
      },
      (response) => {
        response.resume()
        response.on('end', () =>
          response.statusCode! < 300 ? done() : failed(new Error(`status ${response.statusCode}`)),
        )
      },
    )
    call.on('error', failed)
    call.end(text)
  })
}
