import { sql } from 'kysely'
import { inWorkspace } from '@comptoir/db/db'
import { makeId } from '@comptoir/rules/uuid'
import { expect, test } from 'vitest'
import { expectLive } from '../realtime/testing/expect-live.ts'
import { asPerson } from '../testing/as-person.ts'
import type { Person } from '../testing/people.ts'
import { uploadFile } from '../testing/upload-file.ts'
import { list, logOf, open, openShop, receive, reply, type Shop } from './testing/open-shop.ts'
import { openThinkingShop, send, takeBack } from './testing/open-thinking-shop.ts'

test('Hugo takes back what he has just sent, and finds it in his composer as it was', async () => {
  const shop = await openThinkingShop()
  const { test, hugo, sophie, conversation, looking } = shop
  const before = await open(hugo, conversation.id)
  const messageId = await send(shop, '<p>Bonjour <strong>Marc</strong></p>')
  expect(await sentBy(hugo, conversation.id)).toMatchObject([{ id: messageId, leaving: { is: 'soon' } }])
  const taken = await expectLive(test, sophie, looking, () => takeBack(hugo, messageId))
  expect(taken.body.draft).toMatchObject({ kind: 'reply', bodyHtml: '<p>Bonjour <strong>Marc</strong></p>' })
  const after = await open(hugo, conversation.id)
  expect(after.items).toEqual(before.items)
  expect(after.draft).toEqual(taken.body.draft)
  const { lastPreview, lastDirection, waitingSince, sentAt } = before.conversation
  expect(after.conversation).toMatchObject({ lastPreview, lastDirection, waitingSince, sentAt })
  expect(waitingSince).not.toBeNull()
})

test('his other screen has the draft too, and taking back twice does it once', async () => {
  const shop = await openThinkingShop()
  const { test, hugo, looking } = shop
  const messageId = await send(shop)
  const commandId = makeId()
  const [first, twin] = await expectLive(test, hugo, looking, () =>
    Promise.all([takeBack(hugo, messageId, commandId), takeBack(hugo, messageId, commandId)]),
  )
  expect(twin.body).toEqual(first.body)
})

test('what he began to write meanwhile stays before it, and a note that was begun stays a note', async () => {
  const shop = await openThinkingShop()
  const { hugo, path } = shop
  const messageId = await send(shop)
  const draft = { kind: 'note', bodyHtml: '<p>Entre nous</p>', fileIds: [], baseSeq: 2, version: 0 }
  expect((await asPerson(hugo).put(`${path}/draft`, draft)).status).toBe(200)
  const { body } = await takeBack(hugo, messageId)
  expect(body.draft).toMatchObject({ kind: 'note', bodyHtml: '<p>Entre nous</p><p>Bonjour Marc</p>', version: 2 })
})

test('an owner takes back what Hugo sent; Léa, to whom the conversation is confided, does not', async () => {
  const shop = await openThinkingShop()
  const { lea, tom, sophie, hugo, conversation } = shop
  const messageId = await send(shop)
  expect(await takeBack(lea, messageId)).toBeRefused('not_allowed')
  expect(await takeBack(tom, messageId)).toBeRefused('not_found', 'errors.message_missing')
  expect(await sentBy(hugo, conversation.id)).toHaveLength(1)
  expect((await takeBack(sophie, messageId)).status).toBe(200)
  expect(await sentBy(hugo, conversation.id)).toEqual([])
})

test('an owner who takes back what Hugo sent has its file too, and sends it herself', async () => {
  const shop = await openThinkingShop()
  const { sophie, hugo, path, conversation } = shop
  const fileId = await uploadFile(hugo, 'Le plan')
  const messageId = await send(shop, '<p>Voici le plan</p>', [fileId])
  expect((await takeBack(sophie, messageId)).body.draft.files).toMatchObject([{ id: fileId }])
  expect((await asPerson(sophie).get(`/files/${fileId}`)).body).toBe('Le plan')
  const again = reply({ bodyHtml: '<p>Voici le plan</p>', fileIds: [fileId], conflict: 'anyway' })
  expect((await asPerson(sophie).post(`${path}/replies`, again)).status).toBe(201)
  expect(await sentBy(hugo, conversation.id)).toMatchObject([{ attachments: [{ id: fileId }] }])
})

test('of two that wait, each taken back, the client waits as before both', async () => {
  const shop = await openThinkingShop()
  const { hugo, conversation } = shop
  const { waitingSince } = (await open(hugo, conversation.id)).conversation
  const [first, second] = [await send(shop), await send(shop, '<p>Et ceci</p>')]
  await takeBack(hugo, first)
  expect((await open(hugo, conversation.id)).conversation).toMatchObject({ waitingSince: null, lastPreview: 'Et ceci' })
  await takeBack(hugo, second)
  expect((await open(hugo, conversation.id)).conversation).toMatchObject({ waitingSince, lastDirection: 'in' })
  expect((await list(hugo, 'to-answer')).rows.map(({ id }) => id)).toEqual([conversation.id])
})

test('what somebody is about to send is not taken back', async () => {
  const shop = await openThinkingShop()
  const messageId = await send(shop)
  await endWaiting(shop, messageId)
  await claimAll(shop)
  expect(await takeBack(shop.hugo, messageId)).toBeRefused('conflict', 'errors.message_leaving')
})

test('of taking back and leaving at the same moment one wins, and the other knows', async () => {
  const shop = await openThinkingShop()
  const { test, hugo, workspaceId, conversation } = shop
  for (let round = 0; round < 12; round++) {
    const messageId = await send(shop)
    await endWaiting(shop, messageId)
    const [taken] = await Promise.all([takeBack(hugo, messageId), claimAll(shop)])
    const states = await inWorkspace(test.server.db, workspaceId, (tx) =>
      tx.selectFrom('delivery').select('state').where('messageId', '=', messageId).execute(),
    )
    const isThere = (await sentBy(hugo, conversation.id)).some(({ id }) => id === messageId)
    if (taken.status === 200) expect({ states, isThere }).toEqual({ states: [], isThere: false })
    else {
      expect(taken).toBeRefused('conflict', 'errors.message_leaving')
      // The server itself may have been the quicker one, and have sent it by now.
      const left = expect.stringMatching(/^(claimed|accepted)$/)
      expect({ states, isThere }).toEqual({ states: [{ state: left }], isThere: true })
    }
    await inWorkspace(test.server.db, workspaceId, (tx) =>
      tx.updateTable('delivery').set({ state: 'accepted' }).execute(),
    )
  }
})

test('what has left is not taken back, nor what leaves at once', async () => {
  const shop = await openShop()
  const messageId = await send(shop)
  expect((await sentBy(shop.hugo, shop.conversation.id))[0]!.leaving).toBeNull()
  expect(await takeBack(shop.hugo, messageId)).toBeRefused('conflict', 'errors.message_leaving')
})

test('when its time is over it leaves by itself, and only then a client hears of it in the portal', async () => {
  const shop = await openThinkingShop()
  const { test, hugo, workspaceId, marc, conversation } = shop
  await inWorkspace(test.server.db, workspaceId, (tx) =>
    tx
      .updateTable('client')
      .set({ portalSince: sql<string>`now()` })
      .where('id', '=', marc.id)
      .execute(),
  )
  const heard = async () => (await logOf(test, workspaceId)).filter(({ name }) => name === 'portal.message_sent').length
  const messageId = await send(shop)
  expect(await heard()).toBe(0)
  await endWaiting(shop, messageId)
  test.server.delivery.wake()
  await expect.poll(async () => (await sentBy(hugo, conversation.id))[0]!.receipt?.state).toBe('sent')
  expect(await heard()).toBe(1)
})

test('a client who writes while a reply waits waits since they first wrote, once it is taken back', async () => {
  const shop = await openThinkingShop()
  const { hugo, conversation } = shop
  const { waitingSince } = (await open(hugo, conversation.id)).conversation
  const messageId = await send(shop)
  await receive(shop)
  await takeBack(hugo, messageId)
  expect((await open(hugo, conversation.id)).conversation).toMatchObject({
    waitingSince,
    lastPreview: 'Et pour demain ?',
  })
})

async function sentBy(person: Person, conversationId: string) {
  const { items } = await open(person, conversationId)
  return items.flatMap((item) => (item.is === 'message' && item.direction === 'out' ? [item] : []))
}

/** As if it had waited long enough. */
function endWaiting({ test, workspaceId }: Shop, messageId: string) {
  return inWorkspace(test.server.db, workspaceId, async (tx) => {
    await sql`update message set leaves_at = now() where id = ${messageId}`.execute(tx)
    await sql`update delivery set not_before = now() where message_id = ${messageId}`.execute(tx)
  })
}

/** Another node claims whatever may leave. */
function claimAll({ test }: Shop) {
  return sql`select from claim_deliveries(${makeId()}, 'sandbox', 100, 20, '{}')`.execute(test.server.live.db.system)
}
