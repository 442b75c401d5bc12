import { inWorkspace } from '@comptoir/db/db'
import type { LoggedEvent } from '@comptoir/contract/realtime'
import { makeId } from '@comptoir/rules/uuid'
import { io } from 'socket.io-client'
import { expect, onTestFinished, test } from 'vitest'
import { hashToken } from '../identity/hash-token.ts'
import { openShop, receive, reply, type Shop } from '../inbox/testing/open-shop.ts'
import { now } from '../instant.ts'
import { asPerson } from '../testing/as-person.ts'
import { eventually } from '../testing/eventually.ts'
import { clientCookieName } from './client-sockets.ts'

/** Every frame a client's screen in the portal is sent, as it came. */
async function enterPortal({ test, workspaceId }: Shop, clientId: string) {
  const token = makeId()
  await inWorkspace(test.server.db, workspaceId, async (tx) => {
    const expiresAt = '2100-01-01T00:00:00Z'
    await tx
      .insertInto('clientSession')
      .values({ workspaceId, clientId, tokenHash: hashToken(token), expiresAt })
      .execute()
    await tx.updateTable('client').set({ portalSince: now() }).where('id', '=', clientId).execute()
  })
  return follow(test.url, token)
}

async function follow(url: string, token: string) {
  const extraHeaders = { cookie: `${clientCookieName}=${token}`, origin: 'http://localhost:3000' }
  const socket = io(`${url}/client`, { transports: ['websocket'], extraHeaders, forceNew: true, reconnection: false })
  onTestFinished(() => void socket.disconnect())
  const events: LoggedEvent[] = []
  socket.on('event', (event: LoggedEvent) => events.push(event))
  await new Promise<void>((resolve, reject) => {
    socket.once('caught_up', () => resolve())
    socket.once('connect_error', reject)
  })
  return events
}

test('Marc hears what is said to him, and nothing that is said among the staff', async () => {
  const shop = await openShop()
  const { sophie, hugo, path, conversation, marc } = shop
  const heard = await enterPortal(shop, marc.id)
  await receive(shop)
  await asPerson(hugo).post(`${path}/notes`, { commandId: makeId(), noteId: makeId(), body: 'Client difficile' })
  await asPerson(sophie).put(`${path}/assignee`, { commandId: makeId(), assigneeId: hugo.userId })
  await asPerson(hugo).post(`${path}/archive`, { commandId: makeId() })
  await asPerson(hugo).post(`${path}/replies`, reply({ baseSeq: 3 }))
  await eventually(() => expect(heard).toHaveLength(2))
  expect(heard.map((event) => event.actorId)).toEqual([null, null])
  expect(heard.map(({ name, data }) => ({ name, data }))).toEqual([
    {
      name: 'portal.message_received',
      data: {
        messageId: expect.any(String),
        conversationId: conversation.id,
        text: 'Et pour demain ?',
        at: expect.any(String),
      },
    },
    {
      name: 'portal.message_sent',
      data: {
        messageId: expect.any(String),
        conversationId: conversation.id,
        text: 'Bonjour Marc',
        authorName: 'Hugo',
        at: expect.any(String),
      },
    },
  ])
})

test('a client without a session is not let in', async () => {
  const { test } = await openShop()
  await expect(follow(test.url, 'faux')).rejects.toThrow('not_signed_in')
})
