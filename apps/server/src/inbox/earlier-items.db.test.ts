import type { ListPage } from '@comptoir/contract/inbox'
import type { EarlierPage, TimelineItem } from '@comptoir/contract/timeline'
import { makeId } from '@comptoir/rules/uuid'
import { expect, test } from 'vitest'
import { expectLive } from '../realtime/testing/expect-live.ts'
import { asPerson } from '../testing/as-person.ts'
import { addConversation } from '../testing/conversations.ts'
import { list, open, openShop, receive, reply } from './testing/open-shop.ts'

test('a long conversation is read backwards to its beginning, with nothing twice and nothing lost', async () => {
  const shop = await openShop()
  const { test, hugo, sophie, path, conversation, looking } = shop
  for (let i = 0; i < 150; i++) {
    if (i % 3 === 0) await receive(shop, { bodyText: `Message ${i}` })
    else if (i % 3 === 1)
      await asPerson(hugo).post(`${path}/notes`, { commandId: makeId(), noteId: makeId(), body: `Note ${i}` })
    else await asPerson(hugo).post(`${path}/${i % 2 ? 'archive' : 'reopen'}`, { commandId: makeId() })
  }
  const opened = await open(sophie, conversation.id)
  let items: TimelineItem[] = opened.items
  for (let before = opened.before; before;) {
    const { body } = await asPerson(sophie).get<EarlierPage>(`${path}/earlier?before=${before}`)
    items = [...body.items, ...items]
    before = body.before
  }
  expect(items.flatMap((item) => (item.is === 'entry' ? [] : item.seq))).toEqual(
    Array.from({ length: 101 }, (_, i) => i + 1),
  )
  expect(new Set(items.map((item) => item.id)).size).toBe(items.length)
  expect(items.map((item) => item.at)).toEqual(items.map((item) => item.at).sort())
  expect(items.filter((item) => item.is === 'entry').length).toBeGreaterThan(30)
  await expectLive(test, sophie, looking, () => asPerson(hugo).post(`${path}/replies`, reply({ baseSeq: 101 })))
})

test('Tom cannot read backwards in what is not confided to him, and a cursor that is none is refused', async () => {
  const { lea, tom, path } = await openShop()
  const before = 'before=2_2026-11-21T10:00:00.000000Z'
  expect((await asPerson(lea).get(`${path}/earlier?${before}`)).status).toBe(200)
  expect(await asPerson(tom).get(`${path}/earlier?${before}`)).toBeRefused('not_found')
  expect(await asPerson(lea).get(`${path}/earlier?before=hier`)).toBeRefused('invalid')
})

test('a list longer than a page is read to its end, and what happens below its page does not come in', async () => {
  const shop = await openShop()
  const { test, hugo, sophie, marc, looking } = shop
  const older: string[] = []
  for (let i = 0; i < 60; i++)
    older.push((await addConversation(test, shop.shop, { client: marc, subject: `Affaire ${i}` })).id)
  const first = await list(sophie, 'open')
  const second = await asPerson(sophie).get<ListPage>(`/inbox/conversations?view=open&after=${first.next}`)
  const ids = [...first.rows, ...second.body.rows].map((row) => row.id)
  expect([first.rows.length, second.body.rows.length, second.body.next]).toEqual([50, 11, null])
  expect(new Set(ids).size).toBe(61)
  const archive = (id: string) => asPerson(hugo).post(`/inbox/conversations/${id}/archive`, { commandId: makeId() })
  const note = (id: string) =>
    asPerson(hugo).post(`/inbox/conversations/${id}/notes`, { commandId: makeId(), noteId: makeId(), body: 'Vu' })
  await expectLive(test, sophie, looking, async () => {
    await archive(older[0]!)
    await archive(older[59]!)
    await note(older[2]!)
    await note(first.rows.at(-1)!.id)
    await archive(first.rows.at(-2)!.id)
  })
  const byClient = await asPerson(sophie).get<ListPage>(`/inbox/clients/${marc.id}/conversations`)
  expect(byClient.body.rows).toHaveLength(50)
})
