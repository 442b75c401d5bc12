import type { BulkView } from '@comptoir/contract/bulk'
import type { ClientSlice } from '@comptoir/contract/clients'
import type { View } from '@comptoir/contract/views'
import { makeId } from '@comptoir/rules/uuid'
import { expect, test } from 'vitest'
import { expectLive } from '../../realtime/testing/expect-live.ts'
import { asOwner } from '../../testing/as-owner.ts'
import { asPerson } from '../../testing/as-person.ts'
import { addClient, addConversation } from '../../testing/conversations.ts'
import type { Person } from '../../testing/people.ts'
import { list, open, openShop, receive, type Shop } from '../testing/open-shop.ts'
import { openBulkRunner } from './open-bulk-runner.ts'

/** A shop with so many conversations more, in the order they stand in a list. */
async function openBusyShop(more: number) {
  const shop = await openShop()
  for (let n = 0; n < more; n++) {
    await addConversation(shop.test, shop.shop, { client: shop.marc, subject: `Affaire ${n}` })
  }
  return { ...shop, ids: (await list(shop.sophie, 'open')).rows.map((row) => row.id) }
}

const idsIn = async (person: Person, view: View) => (await list(person, view)).rows.map((row) => row.id)

function ask(person: Person, act: object, of: object) {
  return asPerson(person).post<BulkView>('/inbox/bulk', { commandId: makeId(), act, of })
}

const these = (ids: string[]) => ({ is: 'these', ids })

function undo(person: Person, { body }: { body: BulkView }) {
  return asPerson(person).post<BulkView>(`/inbox/bulk/${body.id}/undo`, { commandId: makeId() })
}

/** What every screen shows after it equals what it would now read. */
function whileAllLook({ test, sophie, hugo, lea, looking }: Shop, act: () => Promise<unknown>) {
  return expectLive(test, sophie, looking, () =>
    expectLive(test, hugo, looking, () => expectLive(test, lea, looking, act)),
  )
}

test.for(['archive', 'delete'] as const)('what is done to several by %s is undone as a whole', async (act) => {
  const shop = await openBusyShop(4)
  const { sophie, ids } = shop
  const chosen = ids.slice(0, 3)
  const unreadBefore = await idsIn(sophie, 'unread')
  const done = await whileAllLook(shop, () => ask(sophie, { is: act }, these(chosen)))
  expect((await idsIn(sophie, 'open')).sort()).toEqual(ids.slice(3).sort())
  expect((await idsIn(sophie, act === 'archive' ? 'archived' : 'deleted')).sort()).toEqual(chosen.toSorted())
  await whileAllLook(shop, () => undo(sophie, done as { body: BulkView }))
  expect((await idsIn(sophie, 'open')).sort()).toEqual(ids.toSorted())
  expect((await idsIn(sophie, 'unread')).sort()).toEqual(unreadBefore.toSorted())
})

test('all that a view holds is meant as it was when it was asked, without those that were taken out', async () => {
  const shop = await openBusyShop(5)
  const { sophie, ids } = shop
  const { body } = await ask(sophie, { is: 'archive' }, { is: 'view', view: 'open', except: ids.slice(0, 2) })
  expect(body.total).toBe(ids.length - 2)
  expect((await idsIn(sophie, 'open')).sort()).toEqual(ids.slice(0, 2).sort())
})

test('what a colleague has changed since stays theirs when it is undone', async () => {
  const { sophie, hugo, ids } = await openBusyShop(2)
  const done = await ask(sophie, { is: 'archive' }, these(ids))
  const [first] = ids
  await asPerson(hugo).post(`/inbox/conversations/${first}/reopen`, { commandId: makeId() })
  await asPerson(hugo).post(`/inbox/conversations/${first}/delete`, { commandId: makeId() })
  await undo(sophie, done)
  expect(await idsIn(sophie, 'deleted')).toEqual([first])
  expect(await idsIn(sophie, 'archived')).toEqual([])
})

test('many are confided to a delegate, who sees them at once, and loses them when it is undone', async () => {
  const shop = await openBusyShop(3)
  const { sophie, tom, ids } = shop
  expect(await idsIn(tom, 'open')).toEqual([])
  const done = await expectLive(shop.test, tom, shop.looking, () =>
    whileAllLook(shop, () => ask(sophie, { is: 'assign', assigneeId: tom.userId }, these(ids))),
  )
  expect((await idsIn(tom, 'open')).sort()).toEqual(ids.toSorted())
  await expectLive(shop.test, tom, shop.looking, () => undo(sophie, done as { body: BulkView }))
  expect(await idsIn(tom, 'open')).toEqual([])
})

test('a delegate does to many only what is theirs, and not what is for the team', async () => {
  const { sophie, tom, ids } = await openBusyShop(2)
  await ask(sophie, { is: 'assign', assigneeId: tom.userId }, these(ids.slice(0, 1)))
  const { body } = await ask(tom, { is: 'archive' }, these(ids))
  expect(body.total).toBe(1)
  expect(await idsIn(sophie, 'archived')).toEqual(ids.slice(0, 1))
  expect((await ask(tom, { is: 'delete' }, these(ids))).status).toBe(403)
})

test('marked as read and back, by oneself alone', async () => {
  const shop = await openBusyShop(2)
  const { sophie, hugo } = shop
  await receive(shop)
  const before = await idsIn(sophie, 'unread')
  expect(before.length).toBeGreaterThan(0)
  const others = await idsIn(hugo, 'unread')
  const done = await whileAllLook(shop, () => ask(sophie, { is: 'read' }, these(before)))
  expect([await idsIn(sophie, 'unread'), await idsIn(hugo, 'unread')]).toEqual([[], others])
  await whileAllLook(shop, () => undo(sophie, done as { body: BulkView }))
  expect(await idsIn(sophie, 'unread')).toEqual(before)
})

test('the clients of many get a tag, and lose it again but who had it', async () => {
  const shop = await openBusyShop(2)
  const { test: opened, sophie, lea, ids, marc } = shop
  const ines = await addClient(opened, shop.shop, 'Inès')
  const { id } = await addConversation(opened, shop.shop, { client: ines, assigneeId: lea.userId })
  await asPerson(sophie).put(`/clients/${ines.id}/tags`, { commandId: makeId(), tags: ['VIP'] })
  const tagsOf = async (client: { id: string }) => {
    const { body } = await asPerson(sophie).get<ClientSlice>(`/clients/${client.id}`)
    return body.client.tags.map((tag) => tag.name)
  }
  const looks = (act: () => Promise<unknown>) =>
    expectLive(opened, lea, { clientId: marc.id }, () =>
      whileAllLook({ ...shop, looking: { ...shop.looking, clientId: marc.id } }, act),
    )
  const done = await looks(() => ask(sophie, { is: 'tag', tag: 'vip' }, these([...ids, id])))
  expect([await tagsOf(marc), await tagsOf(ines)]).toEqual([['VIP'], ['VIP']])
  await looks(() => undo(sophie, done as { body: BulkView }))
  expect([await tagsOf(marc), await tagsOf(ines)]).toEqual([[], ['VIP']])
})

test('many are confided with a note, which whoever gets them reads first', async () => {
  const shop = await openBusyShop(3)
  const { sophie, tom, ids } = shop
  const act = { is: 'assign', assigneeId: tom.userId, note: 'Clés chez le voisin.' }
  const done = await expectLive(shop.test, tom, shop.looking, () =>
    whileAllLook(shop, () => ask(sophie, act, these(ids.slice(1)))),
  )
  const { rows } = await list(tom, 'open')
  expect(rows.map((row) => [row.lastPreview, row.lastDirection])).toEqual(
    ids.slice(1).map(() => ['Clés chez le voisin.', 'note']),
  )
  const { items } = await open(tom, rows[0]!.id)
  expect(items.at(-1)).toMatchObject({ is: 'note', text: 'Clés chez le voisin.', userId: sophie.userId })
  await expectLive(shop.test, tom, shop.looking, () =>
    whileAllLook(shop, () => undo(sophie, done as { body: BulkView })),
  )
  expect(await idsIn(tom, 'open')).toEqual([])
})

test('all that a narrowed view holds is meant', async () => {
  const { sophie, lea, ids } = await openBusyShop(3)
  const filter = { assignee: lea.userId }
  const { body } = await ask(sophie, { is: 'archive' }, { is: 'view', view: 'open', filter, except: [] })
  expect(body.total).toBe(1)
  expect(await idsIn(sophie, 'open')).toHaveLength(ids.length - 1)
})

test('what a crash interrupted is taken up again, and done once', async () => {
  const { test: opened, sophie, ids } = await openBusyShop(3)
  const { body } = await ask(sophie, { is: 'archive' }, these(ids.slice(0, 1)))
  // As a crash leaves it: begun, with the others still waiting.
  await asOwner(opened, `update bulk_act set state = 'running', total = $2 where id = $1`, [body.id, ids.length])
  await asOwner(
    opened,
    `insert into bulk_act_part (workspace_id, bulk_act_id, position, conversation_ids)
     select workspace_id, $1, 1, $2::uuid[] from bulk_act where id = $1`,
    [body.id, ids.slice(1)],
  )
  const runner = openBulkRunner({ live: opened.server.live, log: opened.server.log })
  await runner.idle()
  expect((await idsIn(sophie, 'archived')).sort()).toEqual(ids.toSorted())
  const [row] = await asOwner<{ state: string; done: number }>(
    opened,
    'select state, done from bulk_act where id = $1',
    [body.id],
  )
  expect(row).toEqual({ state: 'done', done: ids.length })
})

test('several are given the same reminder, beside what they have, and lose it when that is undone', async () => {
  const shop = await openBusyShop(3)
  const { sophie, hugo, ids } = shop
  const at = (hours: number) => new Date(Date.now() + hours * 3600_000).toISOString()
  const wish = { dueAt: at(5), note: 'Relancer', ownerId: sophie.userId, condition: 'always' }
  const sooner = { commandId: makeId(), reminderId: makeId(), ...wish, dueAt: at(1), ownerId: null }
  await asPerson(hugo).post(`/inbox/conversations/${ids[0]}/reminders`, sooner)
  const before = await list(sophie, 'follow-up')
  const done = await whileAllLook(shop, () => ask(sophie, { is: 'remind', ...wish }, these(ids.slice(0, 3))))
  const after = (await list(sophie, 'follow-up')).rows
  expect(after).toHaveLength(3)
  expect(after[0]!.followUpAt).toBe(before.rows[0]!.followUpAt)
  await whileAllLook(shop, () => undo(sophie, done as { body: BulkView }))
  expect((await list(sophie, 'follow-up')).rows).toEqual(before.rows)
})

test('a reminder of several for a moment that has passed is refused', async () => {
  const { sophie, ids } = await openBusyShop(1)
  const wish = { dueAt: '2020-01-01T09:00:00Z', note: '', ownerId: null, condition: 'always' }
  expect(await ask(sophie, { is: 'remind', ...wish }, these(ids))).toBeRefused('invalid', 'errors.reminder_past')
})
