import { inWorkspace } from '@comptoir/db/db'
import type { MessageItem } from '@comptoir/contract/timeline'
import type { RefusalBody } from '@comptoir/contract/refusal'
import { makeId } from '@comptoir/rules/uuid'
import { expect, test } from 'vitest'
import { expectLive } from '../realtime/testing/expect-live.ts'
import { asPerson } from '../testing/as-person.ts'
import { addClient, addConversation } from '../testing/conversations.ts'
import { list, logOf, open, openShop, receive, reply } from './testing/open-shop.ts'

test('Hugo answers Marc, and Sophie sees it without asking', async () => {
  const { test, sophie, hugo, path, looking } = await openShop()
  const sent = await expectLive(test, sophie, looking, () => asPerson(hugo).post(`${path}/replies`, reply()))
  expect(sent.status).toBe(201)
})

test('Léa, who handles it, sees it too, and Hugo sees it on his other screen', async () => {
  const { test, hugo, lea, path, looking } = await openShop()
  await expectLive(test, lea, looking, () => asPerson(hugo).post(`${path}/replies`, reply()))
  await expectLive(test, hugo, looking, () => asPerson(hugo).post(`${path}/replies`, reply({ baseSeq: 2 })))
})

test('Tom, another delegate, hears nothing of it and cannot answer', async () => {
  const { test, hugo, lea, tom, path, looking } = await openShop()
  expect((await asPerson(lea).post(`${path}/replies`, reply())).status).toBe(201)
  expect(await asPerson(tom).post(`${path}/replies`, reply())).toBeRefused('not_found', 'errors.conversation_missing')
  await expectLive(test, tom, looking, () => asPerson(hugo).post(`${path}/replies`, reply({ baseSeq: 2 })))
  const log = await logOf(test, hugo.workspaceId)
  expect(log.filter((event) => event.rooms.includes(`user:${lea.userId}`))).not.toHaveLength(0)
  expect(log.filter((event) => event.rooms.includes(`user:${tom.userId}`))).toEqual([])
})

test('a reply that is sent twice is there once', async () => {
  const { hugo, path, conversation } = await openShop()
  const same = reply()
  const [first, twin] = await Promise.all([
    asPerson(hugo).post(`${path}/replies`, same),
    asPerson(hugo).post(`${path}/replies`, same),
  ])
  const later = await asPerson(hugo).post(`${path}/replies`, same)
  expect(twin.body).toEqual(first.body)
  expect(later.body).toEqual(first.body)
  expect(
    (await open(hugo, conversation.id)).items.filter((item) => item.is === 'message' && item.direction === 'out'),
  ).toHaveLength(1)
})

test('the same command with other words is a conflict, and from Sophie it does not exist', async () => {
  const { hugo, sophie, path } = await openShop()
  const same = reply()
  await asPerson(hugo).post(`${path}/replies`, same)
  const other = { ...same, bodyHtml: '<p>Autre chose</p>' }
  expect(await asPerson(hugo).post(`${path}/replies`, other)).toBeRefused('conflict', 'errors.command_reused')
  expect(await asPerson(sophie).post(`${path}/replies`, same)).toBeRefused('not_found')
})

test('a message id that was used before is a conflict, not a fault', async () => {
  const { hugo, path } = await openShop()
  const { messageId } = await asPerson(hugo)
    .post(`${path}/replies`, reply())
    .then(({ body }) => ({ messageId: (body as { message: MessageItem }).message.id }))
  expect(await asPerson(hugo).post(`${path}/replies`, reply({ messageId, baseSeq: 2 }))).toBeRefused('conflict')
})

test('whoever has not seen the last message is shown it instead of answering blind', async () => {
  const shop = await openShop()
  const { hugo, sophie, path } = shop
  await receive(shop)
  await asPerson(sophie).post(`${path}/notes`, { commandId: makeId(), noteId: makeId(), body: 'Je regarde.' })
  const refused = await asPerson(hugo).post<RefusalBody>(`${path}/replies`, reply())
  expect(refused).toBeRefused('conflict', 'errors.newer_message')
  expect(refused.body.details?.['unseen']).toMatchObject([
    { seq: 2, text: 'Et pour demain ?' },
    { seq: 3, is: 'note', text: 'Je regarde.' },
  ])
  expect((await asPerson(hugo).post(`${path}/replies`, reply({ conflict: 'anyway' }))).status).toBe(201)
})

test('what one wrote oneself on another screen does not stand in the way', async () => {
  const { hugo, path } = await openShop()
  await asPerson(hugo).post(`${path}/replies`, reply())
  expect((await asPerson(hugo).post(`${path}/replies`, reply({ baseSeq: 1 }))).status).toBe(201)
})

test('twenty who answer at once are numbered without a gap, and so is the log', async () => {
  const { test, hugo, sophie, lea, path, conversation, workspaceId } = await openShop()
  const people = [hugo, sophie, lea]
  const sent = await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      asPerson(people[i % 3]!).post<{ message: MessageItem }>(`${path}/replies`, reply({ conflict: 'anyway' })),
    ),
  )
  expect(sent.map(({ body }) => body.message.seq).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 20 }, (_, i) => i + 2),
  )
  const opened = await open(hugo, conversation.id)
  expect(opened.conversation.lastSeq).toBe(21)
  const log = await logOf(test, workspaceId)
  expect(log.map(({ seq }) => seq)).toEqual(log.map((_, i) => i + 1))
})

test('nothing is sent to a client without an address', async () => {
  const { test, shop, hugo } = await openShop()
  const anna = await addClient(test, shop, 'Anna')
  const conversation = await addConversation(test, shop, { client: anna })
  await inWorkspace(test.server.db, shop.workspaceId, (tx) =>
    tx.deleteFrom('contactPoint').where('clientId', '=', anna.id).execute(),
  )
  const refused = await asPerson(hugo).post(`/inbox/conversations/${conversation.id}/replies`, reply())
  expect(refused).toBeRefused('invalid', 'errors.client_without_email')
  expect((await open(hugo, conversation.id)).items).toHaveLength(1)
})

test('an empty reply, a body that is too long and a number that is none are refused with a sentence', async () => {
  const { hugo, path } = await openShop()
  for (const wrong of [
    { bodyHtml: '' },
    { bodyHtml: 'x'.repeat(200_001) },
    { baseSeq: -1 },
    { messageId: 'un' },
    { fileIds: ['..'] },
    { bodyHtml: 'a\u0000b' },
  ]) {
    expect(await asPerson(hugo).post(`${path}/replies`, reply(wrong)), JSON.stringify(wrong).slice(0, 40)).toBeRefused(
      'invalid',
    )
  }
  const bodyWithoutWords = await asPerson(hugo).post(
    `${path}/replies`,
    reply({ bodyHtml: '<script>alert(1)</script><p> </p>' }),
  )
  expect(bodyWithoutWords).toBeRefused('invalid', 'errors.empty_message')
})

test('a reply takes an archived conversation’s row to the top without opening it again', async () => {
  const { test, hugo, sophie, path, conversation, looking } = await openShop()
  await asPerson(hugo).post(`${path}/archive`, { commandId: makeId() })
  await expectLive(test, sophie, looking, () => asPerson(hugo).post(`${path}/replies`, reply()))
  expect((await list(sophie, 'archived')).rows.map((row) => row.id)).toEqual([conversation.id])
})

test('a reply in a conversation that was deleted meanwhile is refused with a sentence, and leaves once it is restored', async () => {
  const { hugo, sophie, path, conversation } = await openShop()
  await asPerson(sophie).post(`${path}/delete`, { commandId: makeId() })
  const written = reply()
  expect(await asPerson(hugo).post(`${path}/replies`, written)).toBeRefused('conflict', 'errors.conversation_deleted')
  expect((await open(hugo, conversation.id)).items.some(({ id }) => id === written.messageId)).toBe(false)
  await asPerson(hugo).post(`${path}/restore`, { commandId: makeId() })
  expect((await asPerson(hugo).post(`${path}/replies`, { ...written, commandId: makeId() })).status).toBe(201)
})
