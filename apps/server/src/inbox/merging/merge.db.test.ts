import { inWorkspace } from '@comptoir/db/db'
import type { ConversationRow, OpenedConversation } from '@comptoir/contract/inbox'
import { makeId } from '@comptoir/rules/uuid'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { runWork } from '../../realtime/run-command.ts'
import { expectLive } from '../../realtime/testing/expect-live.ts'
import { asPerson } from '../../testing/as-person.ts'
import { addConversation } from '../../testing/conversations.ts'
import type { Person } from '../../testing/people.ts'
import { noteDeliveries } from '../note-deliveries.ts'
import { list, open, openShop, receive, reply } from '../testing/open-shop.ts'
import { expectCountsExact } from '../testing/expect-counts-exact.ts'

const command = () => ({ commandId: makeId() })

/** A second conversation of Marc, of nobody. */
async function openTwo() {
  const shop = await openShop()
  const other = await addConversation(shop.test, shop.shop, { client: shop.marc, subject: 'Et la facture ?' })
  return { ...shop, other }
}

function merge(person: Person, intoId: string, mergedIds: string[]) {
  return asPerson(person).post<{ conversation: ConversationRow; mergingIds: string[] }>(
    `/inbox/conversations/${intoId}/merge`,
    { ...command(), mergedIds },
  )
}

function undo(person: Person, intoId: string, mergingIds: string[]) {
  return asPerson(person).post(`/inbox/conversations/${intoId}/undo-merging`, { ...command(), mergingIds })
}

const wordsOf = ({ items }: OpenedConversation) => items.map((item) => (item.is === 'entry' ? item.kind : item.text))

test('two conversations of Marc become one in the order of time, on every screen', async () => {
  const shop = await openTwo()
  const { test, sophie, hugo, lea, conversation, other, looking } = shop
  await receive(shop, { bodyText: 'Un' })
  await receive(shop, { conversation: { is: 'existing', id: other.id }, bodyText: 'Deux' })
  await receive(shop, { bodyText: 'Trois' })
  await asPerson(hugo).post(`/inbox/conversations/${other.id}/notes`, { ...command(), noteId: makeId(), body: 'Vu.' })
  await expectLive(test, sophie, { ...looking, conversationId: other.id }, () =>
    expectLive(test, lea, looking, () =>
      expectLive(test, hugo, looking, () => merge(sophie, conversation.id, [other.id])),
    ),
  )
  const opened = await open(sophie, conversation.id)
  expect(wordsOf(opened)).toEqual(['Bonjour !', 'Bonjour !', 'Un', 'Deux', 'Trois', 'Vu.', 'merged'])
  expect(opened.conversation).toMatchObject({ lastPreview: 'Vu.', lastDirection: 'note', lastSeq: 6 })
  expect(opened.unread).toBe(3)
  expect((await list(sophie, 'all')).rows.map(({ id }) => id)).toEqual([conversation.id])
  await expectCountsExact(shop)
})

test('whoever looks for the one that went is led to where it is, and a delegate only where it is theirs', async () => {
  const { sophie, lea, tom, conversation, other } = await openTwo()
  await merge(sophie, conversation.id, [other.id])
  for (const who of [sophie, lea]) {
    const answer = await asPerson(who).get(`/inbox/conversations/${other.id}`)
    expect(answer).toBeRefused('not_found', 'errors.conversation_merged')
    expect(answer.body).toMatchObject({ details: { intoId: conversation.id } })
  }
  const notHis = await asPerson(tom).get(`/inbox/conversations/${other.id}`)
  expect(notHis).toBeRefused('not_found', 'errors.conversation_missing')
})

test('undoing gives each back what it brought, and what came since stays', async () => {
  const shop = await openTwo()
  const { test, sophie, hugo, lea, conversation, other, looking } = shop
  await receive(shop, { conversation: { is: 'existing', id: other.id }, bodyText: 'Autre' })
  const before = await open(sophie, other.id)
  const { body } = await merge(sophie, conversation.id, [other.id])
  await receive(shop, { bodyText: 'Depuis' })
  await expectLive(test, hugo, { ...looking, conversationId: other.id }, () =>
    expectLive(test, lea, looking, () => undo(hugo, conversation.id, body.mergingIds)),
  )
  const after = await open(sophie, other.id)
  expect({ ...after, seq: 0, conversation: { ...after.conversation, lastSeq: 0 }, items: wordsOf(after) }).toEqual({
    ...before,
    seq: 0,
    conversation: { ...before.conversation, lastSeq: 0 },
    items: wordsOf(before),
  })
  expect(wordsOf(await open(sophie, conversation.id))).toEqual(['Bonjour !', 'merged', 'Depuis', 'unmerged'])
  expect((await undo(sophie, conversation.id, body.mergingIds)).status).toBe(409)
  await expectCountsExact(shop)
})

test('after a day it stays as it is', async () => {
  const { test, sophie, workspaceId, conversation, other } = await openTwo()
  const { body } = await merge(sophie, conversation.id, [other.id])
  await inWorkspace(test.server.db, workspaceId, (tx) =>
    sql`update merging set at = now() - interval '25 hours' where workspace_id = ${workspaceId}`.execute(tx),
  )
  expect(await undo(sophie, conversation.id, body.mergingIds)).toBeRefused('conflict', 'errors.merging_old')
})

test('one that went into one that went into a third comes back from there', async () => {
  const { test, shop, sophie, marc, conversation, other } = await openTwo()
  const third = await addConversation(test, shop, { client: marc, subject: 'Trois' })
  const first = await merge(sophie, conversation.id, [other.id])
  const second = await merge(sophie, third.id, [conversation.id])
  expect((await open(sophie, third.id)).items.filter(({ is }) => is === 'message')).toHaveLength(3)
  await undo(sophie, third.id, first.body.mergingIds)
  expect((await open(sophie, other.id)).items.filter(({ is }) => is === 'message')).toHaveLength(1)
  await undo(sophie, third.id, second.body.mergingIds)
  expect((await open(sophie, conversation.id)).items.filter(({ is }) => is === 'message')).toHaveLength(1)
  expect((await open(sophie, third.id)).items.filter(({ is }) => is === 'message')).toHaveLength(1)
})

test('Léa loses what was hers when it goes into what is nobody’s, and has it again when that is undone', async () => {
  const { test, sophie, lea, conversation, other, looking } = await openTwo()
  const { body } = await expectLive(test, lea, looking, () => merge(sophie, other.id, [conversation.id]))
  expect((await list(lea, 'all')).rows).toEqual([])
  await expectLive(test, lea, looking, () => undo(sophie, other.id, body.mergingIds))
  expect((await list(lea, 'all')).rows.map(({ id }) => id)).toEqual([conversation.id])
})

test('a mail that answers what went comes where that is, by its references and by our address', async () => {
  const shop = await openTwo()
  const { test, sophie, workspaceId, conversation, other } = shop
  await merge(sophie, conversation.id, [other.id])
  const { rows } = await inWorkspace(test.server.db, workspaceId, (tx) =>
    sql`select conversation_id from mail_reference where workspace_id = ${workspaceId}`.execute(tx),
  )
  expect(rows.every((row) => (row as { conversationId: string }).conversationId === conversation.id)).toBe(true)
  const said = await receive(shop, {
    conversation: { is: 'existing', id: other.id },
    bodyText: 'Par l’ancienne adresse',
  })
  expect(said.conversationId).toBe(conversation.id)
})

test('what a worker claimed before goes on, and its receipt shows where the message is', async () => {
  const { test, sophie, hugo, workspaceId, conversation, other, looking } = await openTwo()
  const sent = reply()
  await asPerson(hugo).post(`/inbox/conversations/${other.id}/replies`, sent)
  await test.server.delivery.idle()
  const { body } = await merge(sophie, conversation.id, [other.id])
  const told = (conversationId: string) =>
    runWork(test.server.live, { is: 'system', workspaceId, cause: 'a test' }, async (tx) => {
      const moved = {
        messageId: sent.messageId,
        conversationId,
        recipient: '',
        state: 'delivered',
        reason: null,
      } as const
      await sql`
        update delivery set state = 'delivered', delivered_at = now()
        where message_id = ${sent.messageId}`.execute(tx)
      return { result: null, facts: await noteDeliveries(tx, workspaceId, [moved], Promise.resolve([moved])) }
    })
  await expectLive(test, sophie, looking, () => told(other.id))
  const receiptIn = async (id: string) => (await open(sophie, id)).items.find((item) => item.id === sent.messageId)
  expect(await receiptIn(conversation.id)).toMatchObject({ receipt: { state: 'delivered' } })
  await undo(sophie, conversation.id, body.mergingIds)
  await expectLive(test, sophie, { ...looking, conversationId: other.id }, () => told(conversation.id))
  expect(await receiptIn(other.id)).toMatchObject({ receipt: { state: 'delivered' } })
})

test('reminders go with their conversation and come back with it', async () => {
  const { test, sophie, hugo, conversation, other, looking } = await openTwo()
  const wish = { dueAt: '2050-01-03T08:00:00.000Z', note: 'Rappeler', ownerId: null, condition: 'always' }
  await asPerson(hugo).post(`/inbox/conversations/${other.id}/reminders`, {
    ...command(),
    reminderId: makeId(),
    ...wish,
  })
  const { body } = await expectLive(test, hugo, looking, () => merge(sophie, conversation.id, [other.id]))
  const merged = await open(sophie, conversation.id)
  expect(merged.reminders).toHaveLength(1)
  expect(merged.conversation.followUpAt).toBe('2050-01-03T08:00:00.000000Z')
  await expectLive(test, hugo, looking, () => undo(sophie, conversation.id, body.mergingIds))
  expect((await open(sophie, conversation.id)).conversation.followUpAt).toBeNull()
  expect((await open(sophie, other.id)).reminders).toHaveLength(1)
})

test('what people were writing in both stands together, and apart again when it is undone', async () => {
  const { test, hugo, sophie, conversation, other, looking } = await openTwo()
  const write = (id: string, bodyHtml: string, version = 0) =>
    asPerson(hugo).put(`/inbox/conversations/${id}/draft`, { kind: 'reply', bodyHtml, baseSeq: 1, version })
  await write(conversation.id, '<p>Un</p>')
  await write(other.id, '<p>Deux</p>')
  const { body } = await expectLive(test, hugo, looking, () => merge(sophie, conversation.id, [other.id]))
  expect((await open(hugo, conversation.id)).draft?.bodyHtml).toBe('<p>Un</p><p>Deux</p>')
  await expectLive(test, hugo, looking, () => undo(sophie, conversation.id, body.mergingIds))
  expect((await open(hugo, conversation.id)).draft?.bodyHtml).toBe('<p>Un</p>')
  expect((await open(hugo, other.id)).draft?.bodyHtml).toBe('<p>Deux</p>')
})

test('a text saved into a conversation that has just gone is kept where it went', async () => {
  const { hugo, sophie, conversation, other } = await openTwo()
  const path = `/inbox/conversations/${other.id}/draft`
  await asPerson(hugo).put(path, { kind: 'reply', bodyHtml: '<p>Bon</p>', baseSeq: 1, version: 0 })
  await merge(sophie, conversation.id, [other.id])
  await asPerson(hugo).put(path, { kind: 'reply', bodyHtml: '<p>Bonjour</p>', baseSeq: 1, version: 1 })
  expect((await open(hugo, conversation.id)).draft?.bodyHtml).toBe('<p>Bonjour</p>')
})

test('a delegate merges nothing, and what is in the bin or gone is refused with a sentence', async () => {
  const { lea, sophie, conversation, other } = await openTwo()
  expect(await merge(lea, conversation.id, [other.id])).toBeRefused('not_allowed')
  await asPerson(sophie).post(`/inbox/conversations/${other.id}/delete`, command())
  expect(await merge(sophie, conversation.id, [other.id])).toBeRefused('conflict', 'errors.merge_deleted')
  await asPerson(sophie).post(`/inbox/conversations/${other.id}/restore`, command())
  await merge(sophie, conversation.id, [other.id])
  expect(await merge(sophie, conversation.id, [other.id])).toBeRefused('not_found', 'errors.conversation_merged')
  const archived = await asPerson(sophie).post(`/inbox/conversations/${other.id}/archive`, command())
  expect(archived).toBeRefused('not_found', 'errors.conversation_merged')
})
