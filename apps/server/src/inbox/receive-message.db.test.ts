import { inWorkspace } from '@comptoir/db/db'
import { expect, test } from 'vitest'
import { now } from '../instant.ts'
import { expectLive } from '../realtime/testing/expect-live.ts'
import { list, logOf, open, openShop, receive } from './testing/open-shop.ts'

test('Marc writes again, and everybody who may see it sees it without asking', async () => {
  const shop = await openShop()
  const { test, sophie, lea, tom, looking, conversation } = shop
  await expectLive(test, sophie, looking, () => receive(shop))
  await expectLive(test, lea, looking, () => receive(shop))
  await expectLive(test, tom, looking, () => receive(shop))
  expect(await open(sophie, conversation.id)).toMatchObject({
    unread: 3,
    conversation: { lastSeq: 4, lastDirection: 'in' },
  })
})

test('a new matter of Marc opens a conversation of its own', async () => {
  const shop = await openShop()
  const { test, sophie, marc, looking } = shop
  const begun = { is: 'new', clientId: marc.id, subject: 'Autre chose', mailboxId: null, source: 'email' } as const
  const { conversationId } = await expectLive(test, sophie, looking, () => receive(shop, { conversation: begun }))
  expect(await open(sophie, conversationId)).toMatchObject({
    conversation: { subject: 'Autre chose', clientName: 'Marc', lastSeq: 1, source: 'email' },
    recipient: marc.email,
    unread: 1,
  })
})

test('a mail that was filed late stands where it was said, after what is already there', async () => {
  const shop = await openShop()
  const { sophie, conversation } = shop
  await receive(shop)
  await receive(shop, { at: '2020-01-01T00:00:00Z', bodyText: 'En retard' })
  const { items, conversation: row } = await open(sophie, conversation.id)
  expect(items.map((item) => item.is === 'message' && item.text)).toEqual([
    'Bonjour !',
    'Et pour demain ?',
    'En retard',
  ])
  expect(row.lastAt >= items.at(-1)!.at).toBe(true)
})

test('whoever has left the business has nothing unread', async () => {
  const shop = await openShop()
  const { test, workspaceId, hugo } = shop
  await inWorkspace(test.server.db, workspaceId, (tx) =>
    tx.updateTable('membership').set({ disabledAt: now() }).where('userId', '=', hugo.userId).execute(),
  )
  await receive(shop)
  const rows = await inWorkspace(test.server.db, workspaceId, (tx) =>
    tx.selectFrom('unread').select('userId').execute(),
  )
  expect(rows.map((row) => row.userId).sort()).toEqual([shop.sophie.userId, shop.lea.userId].sort())
})

test('in the portal Marc’s other device hears his own words, and nothing of the staff', async () => {
  const shop = await openShop()
  const { test, workspaceId, marc } = shop
  await inWorkspace(test.server.db, workspaceId, (tx) =>
    tx.updateTable('client').set({ portalSince: now() }).where('id', '=', marc.id).execute(),
  )
  await receive(shop)
  const log = await logOf(test, workspaceId)
  expect(log.map(({ name, rooms }) => [name, rooms.some((room) => room.startsWith('client:'))])).toEqual([
    ['inbox.message_received', false],
    ['portal.message_received', true],
    ['inbox.notice_given', false],
  ])
})

test('twenty messages at once are numbered without a gap and counted once each', async () => {
  const shop = await openShop()
  const { sophie, conversation } = shop
  await Promise.all(Array.from({ length: 20 }, () => receive(shop)))
  const opened = await open(sophie, conversation.id)
  expect(opened.items.map((item) => item.is === 'message' && item.seq)).toEqual(
    Array.from({ length: 21 }, (_, i) => i + 1),
  )
  expect((await list(sophie, 'unread')).unread).toEqual({ [conversation.id]: 20 })
})
