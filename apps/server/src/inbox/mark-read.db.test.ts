import { makeId } from '@comptoir/rules/uuid'
import { expect, test } from 'vitest'
import { expectLive } from '../realtime/testing/expect-live.ts'
import { asPerson } from '../testing/as-person.ts'
import { list, open, openShop, receive } from './testing/open-shop.ts'

const upTo = (seq: number) => ({ commandId: makeId(), seq })

test('what comes is unread for the team and the delegate who handles it, and read by each alone', async () => {
  const shop = await openShop()
  const { test, sophie, hugo, lea, tom, path, looking, conversation } = shop
  await expectLive(test, hugo, looking, () => receive(shop))
  await expectLive(test, lea, looking, () => receive(shop))
  expect((await list(tom, 'unread')).rows).toEqual([])
  const read = await expectLive(test, hugo, looking, () => asPerson(hugo).post(`${path}/read`, upTo(3)))
  expect(read.body).toEqual({ unread: 0 })
  expect((await list(hugo, 'unread')).rows).toEqual([])
  expect((await list(sophie, 'unread')).unread).toEqual({ [conversation.id]: 2 })
})

test('what came while Hugo was reading stays unread', async () => {
  const shop = await openShop()
  const { test, hugo, path, looking, conversation } = shop
  await receive(shop)
  await receive(shop)
  const read = await expectLive(test, hugo, looking, () => asPerson(hugo).post(`${path}/read`, upTo(2)))
  expect(read.body).toEqual({ unread: 1 })
  expect((await open(hugo, conversation.id)).unread).toBe(1)
})

test('Hugo puts it back among the unread, for himself only', async () => {
  const { test, hugo, sophie, path, looking, conversation } = await openShop()
  const put = await expectLive(test, hugo, looking, () =>
    asPerson(hugo).post(`${path}/unread`, { commandId: makeId() }),
  )
  expect(put.body).toEqual({ unread: 1 })
  expect((await list(hugo, 'unread')).rows.map((row) => row.id)).toEqual([conversation.id])
  expect((await list(sophie, 'unread')).rows).toEqual([])
  await expectLive(test, hugo, looking, () => asPerson(hugo).post(`${path}/read`, upTo(1)))
  expect((await list(hugo, 'unread')).rows).toEqual([])
})

test('a colleague’s answer moves what is unread to the top, and keeps it unread', async () => {
  const shop = await openShop()
  const { test, hugo, sophie, path, looking } = shop
  await receive(shop)
  const answer = { commandId: makeId(), messageId: makeId(), bodyHtml: '<p>Oui</p>', baseSeq: 2 }
  await expectLive(test, hugo, looking, () => asPerson(sophie).post(`${path}/replies`, answer))
  expect((await list(hugo, 'unread')).rows).toHaveLength(1)
})

test('reading twice and while messages come never loses or doubles one', async () => {
  const shop = await openShop()
  const { hugo, path, conversation } = shop
  await Promise.all(
    Array.from({ length: 8 }, (_, i) => (i % 2 ? receive(shop) : asPerson(hugo).post(`${path}/read`, upTo(i)))),
  )
  const { conversation: row, unread } = await open(hugo, conversation.id)
  expect(row.lastSeq).toBe(5)
  const read = await asPerson(hugo).post(`${path}/read`, upTo(row.lastSeq - 2))
  expect(read.body).toEqual({ unread: Math.min(unread, 2) })
  expect((await asPerson(hugo).post(`${path}/read`, upTo(row.lastSeq))).body).toEqual({ unread: 0 })
})

test('Tom cannot read nor put back what is not confided to him', async () => {
  const { tom, lea, path } = await openShop()
  expect((await asPerson(lea).post(`${path}/read`, upTo(1))).status).toBe(200)
  expect(await asPerson(tom).post(`${path}/read`, upTo(1))).toBeRefused('not_found')
  expect(await asPerson(tom).post(`${path}/unread`, { commandId: makeId() })).toBeRefused('not_found')
})
