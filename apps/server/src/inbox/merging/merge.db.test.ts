import type { EarlierPage, MessageItem, TimelineItem } from '@comptoir/contract/timeline'
import { inWorkspace } from '@comptoir/db/db'
import { sql } from 'kysely'
import { makeId } from '@comptoir/rules/uuid'
import { expect, test } from 'vitest'
import { expectLive } from '../../realtime/testing/expect-live.ts'
import { asPerson } from '../../testing/as-person.ts'
import { addConversation } from '../../testing/conversations.ts'
import { expectCountsExact } from '../testing/expect-counts-exact.ts'
import { command, merge, openTwo, wordsOf } from '../testing/merge.ts'
import { list, open, openShop, receive, reply } from '../testing/open-shop.ts'

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

test('of two long ones the last words of both are shown first, and a page at a time without a hole', async () => {
  const { test, shop, sophie, workspaceId, marc } = await openShop()
  const said = (which: string) => Array.from({ length: 50 }, (_, i) => `${which} ${i}`)
  const one = await addConversation(test, shop, { client: marc, texts: said('pair') })
  const other = await addConversation(test, shop, { client: marc, texts: said('impair') })
  // In turn, a minute apart.
  await inWorkspace(test.server.db, workspaceId, (tx) =>
    sql`
      update message set at = timestamptz '2026-11-20 08:00Z'
        + make_interval(mins => 2 * seq + case when conversation_id = ${other.id} then 1 else 0 end)
      where conversation_id in (${one.id}, ${other.id})`.execute(tx),
  )
  await merge(sophie, one.id, [other.id])
  const expected = said('pair').flatMap((words, i) => [words, `impair ${i}`])
  const last = await open(sophie, one.id)
  const saidIn = (items: TimelineItem[]) => items.flatMap((item) => (item.is === 'message' ? item.text : []))
  expect(saidIn(last.items)).toEqual(expected.slice(40))
  const path = `/inbox/conversations/${one.id}/earlier?before=${encodeURIComponent(last.before!)}`
  const { body } = await asPerson(sophie).get<EarlierPage>(path)
  expect(saidIn(body.items)).toEqual(expected.slice(0, 40))
})

test('whoever had seen one of them answers neither blind', async () => {
  const shop = await openTwo()
  const { sophie, hugo, conversation, other } = shop
  await receive(shop, { conversation: { is: 'existing', id: other.id }, bodyText: 'Plus tard' })
  await merge(sophie, conversation.id, [other.id])
  const blind = await asPerson(hugo).post(`/inbox/conversations/${conversation.id}/replies`, reply({ baseSeq: 1 }))
  expect(blind).toBeRefused('conflict', 'errors.newer_message')
  const texts = (blind.body as { details: { unseen: MessageItem[] } }).details.unseen.map(({ text }) => text)
  expect(texts).toContain('Plus tard')
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
