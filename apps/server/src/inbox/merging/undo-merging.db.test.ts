import { inWorkspace } from '@comptoir/db/db'
import { sql } from 'kysely'
import { makeId } from '@comptoir/rules/uuid'
import { expect, test } from 'vitest'
import { expectLive } from '../../realtime/testing/expect-live.ts'
import { runWork } from '../../realtime/run-command.ts'
import { asPerson } from '../../testing/as-person.ts'
import { addConversation } from '../../testing/conversations.ts'
import { noteDeliveries } from '../note-deliveries.ts'
import { expectCountsExact } from '../testing/expect-counts-exact.ts'
import { command, merge, openTwo, undoMerging, wordsOf } from '../testing/merge.ts'
import { list, open, receive, reply } from '../testing/open-shop.ts'

test('undoing gives each back what it brought, and what came since stays', async () => {
  const shop = await openTwo()
  const { test, sophie, hugo, lea, conversation, other, looking } = shop
  await receive(shop, { conversation: { is: 'existing', id: other.id }, bodyText: 'Autre' })
  const before = await open(sophie, other.id)
  const { body } = await merge(sophie, conversation.id, [other.id])
  await receive(shop, { bodyText: 'Depuis' })
  await expectLive(test, hugo, { ...looking, conversationId: other.id }, () =>
    expectLive(test, lea, looking, () => undoMerging(hugo, conversation.id, body.mergingIds)),
  )
  const after = await open(sophie, other.id)
  expect({ ...after, seq: 0, conversation: { ...after.conversation, lastSeq: 0 }, items: wordsOf(after) }).toEqual({
    ...before,
    seq: 0,
    conversation: { ...before.conversation, lastSeq: 0 },
    items: wordsOf(before),
  })
  expect(wordsOf(await open(sophie, conversation.id))).toEqual(['Bonjour !', 'merged', 'Depuis', 'unmerged'])
  expect((await undoMerging(sophie, conversation.id, body.mergingIds)).status).toBe(409)
  await expectCountsExact(shop)
})

test('after a day it stays as it is', async () => {
  const { test, sophie, workspaceId, conversation, other } = await openTwo()
  const { body } = await merge(sophie, conversation.id, [other.id])
  await inWorkspace(test.server.db, workspaceId, (tx) =>
    sql`update merging set at = now() - interval '25 hours' where workspace_id = ${workspaceId}`.execute(tx),
  )
  expect(await undoMerging(sophie, conversation.id, body.mergingIds)).toBeRefused('conflict', 'errors.merging_old')
})

test('one that went into one that went into a third comes back from there', async () => {
  const { test, shop, sophie, marc, conversation, other } = await openTwo()
  const third = await addConversation(test, shop, { client: marc, subject: 'Trois' })
  const first = await merge(sophie, conversation.id, [other.id])
  const second = await merge(sophie, third.id, [conversation.id])
  expect((await open(sophie, third.id)).items.filter(({ is }) => is === 'message')).toHaveLength(3)
  await undoMerging(sophie, third.id, first.body.mergingIds)
  expect((await open(sophie, other.id)).items.filter(({ is }) => is === 'message')).toHaveLength(1)
  await undoMerging(sophie, third.id, second.body.mergingIds)
  expect((await open(sophie, conversation.id)).items.filter(({ is }) => is === 'message')).toHaveLength(1)
  expect((await open(sophie, third.id)).items.filter(({ is }) => is === 'message')).toHaveLength(1)
})

test('Léa loses what was hers when it goes into what is nobody’s, and has it again when that is undone', async () => {
  const { test, sophie, lea, conversation, other, looking } = await openTwo()
  const { body } = await expectLive(test, lea, looking, () => merge(sophie, other.id, [conversation.id]))
  expect((await list(lea, 'all')).rows).toEqual([])
  await expectLive(test, lea, looking, () => undoMerging(sophie, other.id, body.mergingIds))
  expect((await list(lea, 'all')).rows.map(({ id }) => id)).toEqual([conversation.id])
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
  await undoMerging(sophie, conversation.id, body.mergingIds)
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
  await expectLive(test, hugo, looking, () => undoMerging(sophie, conversation.id, body.mergingIds))
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
  await expectLive(test, hugo, looking, () => undoMerging(sophie, conversation.id, body.mergingIds))
  expect((await open(hugo, conversation.id)).draft?.bodyHtml).toBe('<p>Un</p>')
  expect((await open(hugo, other.id)).draft?.bodyHtml).toBe('<p>Deux</p>')
})
