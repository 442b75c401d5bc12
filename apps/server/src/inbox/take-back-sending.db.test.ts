import { sql } from 'kysely'
import { inWorkspace } from '@comptoir/db/db'
import type { DraftView } from '@comptoir/contract/composer'
import { makeId } from '@comptoir/rules/uuid'
import { expect, test } from 'vitest'
import { expectLive } from '../realtime/testing/expect-live.ts'
import { asPerson } from '../testing/as-person.ts'
import type { Person } from '../testing/people.ts'
import { list, logOf, open, openShop, receive, reply, type Shop } from './testing/open-shop.ts'

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
      expect({ states, isThere }).toEqual({ states: [{ state: 'claimed' }], isThere: true })
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

/** Sophie's shop, where what is sent waits half a minute. */
test('a first message that is taken back leaves no conversation behind, on any screen, and is given back whole', async () => {
  const shop = await openThinkingShop()
  const { test, hugo, sophie, marc } = shop
  const begun = {
    commandId: makeId(),
    conversationId: makeId(),
    messageId: makeId(),
    client: { is: 'existing', clientId: marc.id },
    to: marc.email,
    subject: 'Votre avis',
    bodyHtml: '<p>Content ?</p>',
    fileIds: [],
  }
  expect((await asPerson(hugo).post('/inbox/conversations', begun)).status).toBe(201)
  const looking = { conversationId: begun.conversationId, clientId: marc.id }
  const { body } = await expectLive(test, sophie, looking, () => takeBack(hugo, begun.messageId))
  expect(body).toMatchObject({
    is: 'beginning',
    beginning: { to: marc.email, subject: 'Votre avis', bodyHtml: '<p>Content ?</p>', client: { id: marc.id } },
  })
  expect((await list(sophie, 'all')).rows.map(({ id }) => id)).not.toContain(begun.conversationId)
  // What Hugo wrote again leaves as another.
  const again = { ...begun, commandId: makeId(), conversationId: makeId(), messageId: makeId() }
  expect((await asPerson(hugo).post('/inbox/conversations', again)).status).toBe(201)
  // Sophie has said something in it: it stays, with the draft.
  const note = { commandId: makeId(), noteId: makeId(), body: 'Bonne idée' }
  await asPerson(sophie).post(`/inbox/conversations/${again.conversationId}/notes`, note)
  expect((await takeBack(hugo, again.messageId)).body).toMatchObject({ is: 'draft' })
  expect((await open(sophie, again.conversationId)).items).toHaveLength(1)
})

test('a letter to somebody outside that is taken back never stands in the answer to the client', async () => {
  const shop = await openThinkingShop()
  const { test, hugo, sophie, conversation, path, looking } = shop
  const letter = {
    commandId: makeId(),
    messageId: makeId(),
    about: { is: 'conversation' },
    subject: 'TR: Une question',
    bodyHtml: '<p>Qu’en pensez-vous ?</p>',
    recipients: { to: [{ address: 'quai@livreur.example' }], cc: [], bcc: [] },
  }
  expect((await asPerson(hugo).post(`${path}/forwards`, letter)).status).toBe(201)
  const { body } = await expectLive(test, sophie, looking, () => takeBack(hugo, letter.messageId))
  const { about, subject, bodyHtml } = letter
  expect(body).toMatchObject({ is: 'letter', letter: { conversationId: conversation.id, about, subject, bodyHtml } })
  expect((await open(hugo, conversation.id)).draft).toBeNull()
})

async function openThinkingShop() {
  const shop = await openShop()
  const given = { commandId: makeId(), undoSeconds: 30 }
  expect((await asPerson(shop.sophie).put('/settings/workspace/undo-send', given)).status).toBe(200)
  await receive(shop)
  return shop
}

async function send({ hugo, path }: Shop, bodyHtml = '<p>Bonjour Marc</p>') {
  const given = reply({ bodyHtml, conflict: 'anyway' })
  expect((await asPerson(hugo).post(`${path}/replies`, given)).status).toBe(201)
  return given.messageId
}

function takeBack(person: Person, messageId: string, commandId = makeId()) {
  return asPerson(person).post<{ draft: DraftView }>(`/inbox/messages/${messageId}/take-back`, { commandId })
}

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
