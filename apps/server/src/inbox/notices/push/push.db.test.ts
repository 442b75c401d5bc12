import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { NoticesSlice, PushMessage } from '@comptoir/contract/notices'
import { inWorkspace } from '@comptoir/db/db'
import { makeId } from '@comptoir/rules/uuid'
import { expect, onTestFinished, test } from 'vitest'
import { asPerson } from '../../../testing/as-person.ts'
import type { Person } from '../../../testing/people.ts'
import { openShop, type Shop } from '../../testing/open-shop.ts'
import { sendPushes } from './send-pushes.ts'

const config = { allowPrivateHosts: true }
const command = () => ({ commandId: makeId() })
const seconds = (n: number) => new Date(Date.now() + n * 1000)

/** A browser of somebody, and the push service it listens at: what reaches it is opened as a browser does. */
async function openBrowserOf(person: Person, service: { status: number } = { status: 201 }) {
  const curve = createECDH('prime256v1')
  const own = curve.generateKeys()
  const auth = randomBytes(16)
  const heard: PushMessage[] = []
  const headers: Record<string, string | string[] | undefined>[] = []
  const server = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = []
      for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
      headers.push(request.headers)
      heard.push(JSON.parse(opened(Buffer.concat(chunks))) as PushMessage)
      response.writeHead(service.status).end()
    })()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const endpoint = `${origin}/${makeId()}`
  const keys = { p256dh: own.toString('base64url'), auth: auth.toString('base64url') }
  const { status } = await asPerson(person).put('/inbox/notices/push', { endpoint, ...keys })
  expect(status).toBe(204)

  /** RFC 8291, read from the other side. */
  function opened(body: Buffer) {
    const salt = body.subarray(0, 16)
    const theirs = body.subarray(21, 21 + body[20]!)
    const derive = (secret: Buffer, from: Buffer, info: Buffer, bytes: number) =>
      Buffer.from(hkdfSync('sha256', secret, from, info, bytes))
    const info = Buffer.concat([Buffer.from('WebPush: info\0'), own, theirs])
    const shared = derive(curve.computeSecret(theirs), auth, info, 32)
    const key = derive(shared, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16)
    const nonce = derive(shared, salt, Buffer.from('Content-Encoding: nonce\0'), 12)
    const sealed = body.subarray(21 + body[20]!)
    const cipher = createDecipheriv('aes-128-gcm', key, nonce)
    cipher.setAuthTag(sealed.subarray(-16))
    const plain = Buffer.concat([cipher.update(sealed.subarray(0, -16)), cipher.final()])
    expect(plain.at(-1)).toBe(2)
    return plain.subarray(0, -1).toString()
  }
  return { heard, headers, origin, endpoint }
}

function nameHugo({ sophie, hugo, path }: Shop) {
  const mentions = [{ startsAt: 0, length: 5, userId: hugo.userId }]
  return asPerson(sophie).post(`${path}/notes`, { ...command(), noteId: makeId(), body: '@Hugo secret', mentions })
}

const push = ({ test, workspaceId }: Shop, at = 10) => sendPushes(test.server, workspaceId, seconds(at))

async function subscriptions({ test, workspaceId }: Shop) {
  const rows = await inWorkspace(test.server.db, workspaceId, (tx) =>
    tx.selectFrom('pushSubscription').select('sealed').execute(),
  )
  return rows.map(({ sealed }) => sealed)
}

test('Hugo’s browsers are told once, in words they alone can open, signed as the installation', async () => {
  const shop = await openShop({ config })
  const [desk, phone] = [await openBrowserOf(shop.hugo), await openBrowserOf(shop.hugo)]
  const other = await openBrowserOf(shop.lea)
  await nameHugo(shop)
  await Promise.all([push(shop), push(shop), push(shop)])
  await push(shop, 20)
  const { notices } = (await asPerson(shop.hugo).get<NoticesSlice>('/inbox/notices')).body
  for (const { heard } of [desk, phone]) {
    expect(heard).toMatchObject([
      {
        title: 'Sophie vous mentionne',
        path: expect.stringContaining('/inbox/c/') as string,
        noticeId: notices[0]!.id,
      },
    ])
    expect(JSON.stringify(heard)).not.toContain('secret')
  }
  expect(other.heard).toEqual([])
  const { publicKey } = (await asPerson(shop.hugo).get<{ publicKey: string }>('/inbox/notices/push')).body
  const [, token = '', key] = /^vapid t=([^,]+), k=(.+)$/.exec(String(desk.headers[0]!['authorization'])) ?? []
  expect(key).toBe(publicKey)
  const point = Buffer.from(publicKey, 'base64url')
  const part = (from: number) => point.subarray(from, from + 32).toString('base64url')
  const jwk = { kty: 'EC', crv: 'P-256', x: part(1), y: part(33) }
  const [head, claims, signature] = token.split('.')
  const verifying = { key: createPublicKey({ format: 'jwk', key: jwk }), dsaEncoding: 'ieee-p1363' } as const
  const said = Buffer.from(`${head}.${claims}`)
  expect(verify('sha256', said, verifying, Buffer.from(signature!, 'base64url'))).toBe(true)
  expect(JSON.parse(Buffer.from(claims!, 'base64url').toString())).toMatchObject({ aud: desk.origin })
  expect((await subscriptions(shop)).join()).not.toContain(desk.endpoint)
})

test('a browser that is gone is forgotten; one that is only troubled is kept', async () => {
  const shop = await openShop({ config })
  const gone = await openBrowserOf(shop.hugo, { status: 410 })
  const troubled = await openBrowserOf(shop.hugo, { status: 500 })
  await nameHugo(shop)
  await push(shop)
  expect([gone.heard.length, troubled.heard.length]).toEqual([1, 1])
  expect(await subscriptions(shop)).toHaveLength(1)
  await nameHugo(shop)
  await push(shop, 20)
  expect([gone.heard.length, troubled.heard.length]).toEqual([1, 2])
})

test('what was seen, what one looks at, what one does not want and what comes in quiet hours is not pushed', async () => {
  const shop = await openShop({ config })
  const { test, hugo, workspaceId, conversation } = shop
  const { heard } = await openBrowserOf(hugo)
  await nameHugo(shop)
  await asPerson(hugo).post('/inbox/notices/seen', { ...command(), of: { is: 'all' } })
  await push(shop)
  await nameHugo(shop)
  const { sockets } = test.server
  const looking = (...asked: unknown[]) => asked.join() === [workspaceId, hugo.userId, conversation.id].join()
  await sendPushes({ ...test.server, sockets: { ...sockets, isLooking: looking } }, workspaceId, seconds(10))
  expect(heard).toEqual([])
  const choose = (settings: object) =>
    asPerson(hugo).put('/inbox/notices/settings', {
      ...command(),
      settings: { off: { inApp: [], push: [], digest: [] }, timeZone: null, quiet: null, ...settings },
    })
  await choose({ off: { inApp: [], push: ['mention'], digest: [] } })
  await push(shop)
  await choose({ quiet: { from: '00:00', until: '00:00', days: [1, 2, 3, 4, 5, 6, 7] } })
  await push(shop)
  expect(heard).toEqual([])
  await choose({})
  await push(shop)
  expect(heard).toHaveLength(1)
})

test('whoever signed out of a browser is told nothing there, and whoever ends it neither', async () => {
  const shop = await openShop({ config })
  const { hugo } = shop
  const first = await openBrowserOf(hugo)
  await asPerson(hugo).post('/inbox/notices/push/end', { endpoint: first.endpoint })
  expect(await subscriptions(shop)).toEqual([])
  const second = await openBrowserOf(hugo)
  await inWorkspace(shop.test.server.db, shop.workspaceId, (tx) =>
    tx.updateTable('pushSubscription').set({ sessionId: makeId() }).execute(),
  )
  await nameHugo(shop)
  await push(shop)
  expect([first.heard, second.heard, await subscriptions(shop)]).toEqual([[], [], []])
})

test('a browser that says it listens inside our network is not asked there', async () => {
  const shop = await openShop({ config })
  const { heard } = await openBrowserOf(shop.hugo)
  await nameHugo(shop)
  const guarded = { ...shop.test.server.config, allowPrivateHosts: false }
  await sendPushes({ ...shop.test.server, config: guarded }, shop.workspaceId, seconds(10))
  expect(heard).toEqual([])
})
