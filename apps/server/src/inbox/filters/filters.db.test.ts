import { inWorkspace } from '@comptoir/db/db'
import { queryOf, type Filter, type FilteredCount } from '@comptoir/contract/filters'
import type { ListPage } from '@comptoir/contract/inbox'
import type { View } from '@comptoir/contract/views'
import { makeId } from '@comptoir/rules/uuid'
import { expect, test } from 'vitest'
import { expectLive } from '../../realtime/testing/expect-live.ts'
import { asOwner } from '../../testing/as-owner.ts'
import { asPerson } from '../../testing/as-person.ts'
import { addClient, addConversation } from '../../testing/conversations.ts'
import type { Person } from '../../testing/people.ts'
import { openShop, receive } from '../testing/open-shop.ts'

async function subjects(person: Person, filter: Filter, view: View = 'open') {
  const { body } = await asPerson(person).get<ListPage>(`/inbox/conversations?view=${view}&${queryOf(filter)}`)
  return body.rows.map((row) => row.subject).sort()
}

async function count(person: Person, filter: Filter, view: View = 'open') {
  return (await asPerson(person).get<FilteredCount>(`/inbox/count?view=${view}&${queryOf(filter)}`)).body
}

/** Besides Marc's question: Inès, who is a regular, by the form; Bruno by SMS, who was answered; and an old one. */
async function openMixedShop() {
  const shop = await openShop()
  const { test: opened, hugo, workspaceId } = shop
  const [ines, bruno] = [await addClient(opened, shop.shop, 'Inès'), await addClient(opened, shop.shop, 'Bruno')]
  const add = (client: typeof ines, subject: string, assigneeId: string | null = null) =>
    addConversation(opened, shop.shop, { client, subject, assigneeId })
  const [form, sms, old] = [
    await add(ines, 'Devis de toiture', hugo.userId),
    await add(bruno, 'Photo du toit'),
    await add(ines, 'Ancienne affaire', hugo.userId),
  ]
  const change = (text: string, values: unknown[]) => asOwner(opened, text, values)
  await change(
    `update conversation set source = 'form', source_url = 'https://www.toit.example/devis/?utm=x' where id = $1`,
    [form.id],
  )
  await change(`update conversation set source = 'sms', waiting_since = null where id = $1`, [sms.id])
  await change(`update message set channel = 'sms' where conversation_id = $1`, [sms.id])
  await change(`update conversation set last_at = '2024-02-01T10:00:00Z' where id = $1`, [old.id])
  await asPerson(hugo).put(`/clients/${ines.id}/tags`, { commandId: makeId(), tags: ['fidèle'] })
  const [tag] = await inWorkspace(opened.server.db, workspaceId, (tx) => tx.selectFrom('tag').select('id').execute())
  const category = makeId()
  const pro = { commandId: makeId(), id: category, fieldId: null, name: 'Pro', tone: 'info' }
  await asPerson(shop.sophie).post('/clients/choices', pro)
  const give = { commandId: makeId(), field: 'category', value: [category], was: [] }
  await asPerson(hugo).put(`/clients/${ines.id}/fields`, give)
  return { ...shop, ines, bruno, form, sms, old, tag: tag!.id, category }
}

test('each part of a filter keeps what it says, and parts hold together', async () => {
  const { sophie, hugo, tag, category } = await openMixedShop()
  const all = ['Ancienne affaire', 'Devis de toiture', 'Photo du toit', 'Une question']
  expect(await subjects(sophie, {})).toEqual(all)
  expect(await subjects(sophie, { assignee: hugo.userId })).toEqual(['Ancienne affaire', 'Devis de toiture'])
  expect(await subjects(hugo, { assignee: 'me' })).toEqual(['Ancienne affaire', 'Devis de toiture'])
  expect(await subjects(sophie, { assignee: 'nobody' })).toEqual(['Photo du toit'])
  expect(await subjects(sophie, { tag })).toEqual(['Ancienne affaire', 'Devis de toiture'])
  expect(await subjects(sophie, { category })).toEqual(['Ancienne affaire', 'Devis de toiture'])
  expect(await subjects(sophie, { category: 'none' })).toEqual(['Photo du toit', 'Une question'])
  expect(await subjects(sophie, { source: 'form' })).toEqual(['Devis de toiture'])
  expect(await subjects(sophie, { page: 'toit.example/devis' })).toEqual(['Devis de toiture'])
  expect(await subjects(sophie, { channel: 'sms' })).toEqual(['Photo du toit'])
  expect(await subjects(sophie, { channel: 'email' })).toHaveLength(3)
  expect(await subjects(sophie, { since: 'month' })).toEqual(all.slice(1))
  expect(await subjects(sophie, { until: '2024-02-01' })).toEqual(['Ancienne affaire'])
  expect(await subjects(sophie, { until: '2024-01-31' })).toEqual([])
  expect(await subjects(sophie, { waiting: 'yes' })).not.toContain('Photo du toit')
  expect(await subjects(sophie, { text: 'toi' })).toEqual(['Devis de toiture', 'Photo du toit'])
  expect(await subjects(sophie, { text: 'bruno' })).toEqual(['Photo du toit'])
  expect(await subjects(sophie, { text: 'to' })).toEqual(['Devis de toiture', 'Photo du toit'])
  expect(await subjects(sophie, { tag, since: 'month', text: 'devis' })).toEqual(['Devis de toiture'])
  expect(await subjects(sophie, { tag }, 'archived')).toEqual([])
  expect(await subjects(sophie, { tag, state: 'open' }, 'all')).toHaveLength(2)
})

test('what is unread by oneself, or by whoever answers for it', async () => {
  const shop = await openMixedShop()
  const { sophie, lea } = shop
  await receive(shop)
  await asPerson(sophie).post(`${shop.path}/read`, { commandId: makeId(), seq: 9 })
  expect(await subjects(sophie, { unread: 'mine' })).toEqual([])
  expect(await subjects(sophie, { unread: 'assignee' })).toEqual(['Une question'])
  expect(await subjects(sophie, { unread: 'assignee' }, 'to-answer')).toEqual(['Une question'])
  expect(await subjects(lea, { unread: 'mine' })).toEqual(['Une question'])
})

test('a page of a filtered view ends where the next begins', async () => {
  const shop = await openMixedShop()
  const { test: opened, sophie, hugo, ines } = shop
  for (let n = 0; n < 60; n++)
    await addConversation(opened, shop.shop, { client: ines, subject: `Affaire ${n}`, assigneeId: hugo.userId })
  const query = `/inbox/conversations?view=open&${queryOf({ tag: shop.tag })}`
  const { body: first } = await asPerson(sophie).get<ListPage>(query)
  const { body: second } = await asPerson(sophie).get<ListPage>(`${query}&after=${encodeURIComponent(first.next!)}`)
  expect([first.rows.length, second.rows.length, second.next]).toEqual([50, 12, null])
  expect(new Set([...first.rows, ...second.rows].map((row) => row.id)).size).toBe(62)
  expect(await count(sophie, { tag: shop.tag })).toEqual({ n: 62, more: false })
})

test('what is counted ends at a thousand', async () => {
  const shop = await openMixedShop()
  await asOwner(
    shop.test,
    `insert into conversation (workspace_id, id, client_id, client_name, subject)
     select workspace_id, gen_random_uuid(), client_id, client_name, 'Une de plus' from conversation,
       generate_series(1, 1001) where id = $1`,
    [shop.sms.id],
  )
  expect(await count(shop.sophie, { text: 'une de plus' })).toEqual({ n: 1000, more: true })
  expect(await count(shop.sophie, { text: 'une de plus', assignee: 'me' })).toEqual({ n: 0, more: false })
})

test('Tom, to whom nothing is confided, finds nothing by any filter, and Léa only hers', async () => {
  const { lea, tom, sophie, tag, hugo } = await openMixedShop()
  const filters: Filter[] = [
    { text: 'question' },
    { tag },
    { channel: 'email' },
    { assignee: hugo.userId },
    { waiting: 'yes' },
    { page: 'toit.example/devis' },
  ]
  for (const filter of filters) {
    expect(await subjects(tom, filter)).toEqual([])
    expect((await subjects(sophie, filter)).length).toBeGreaterThan(0)
    expect((await count(tom, filter)).n).toBe(0)
  }
  expect(await subjects(lea, { channel: 'email' })).toEqual(['Une question'])
  const choices = (person: Person) => asPerson(person).get<{ tags: object[]; pages: string[] }>('/inbox/filter-choices')
  expect((await choices(lea)).body).toMatchObject({ tags: [], pages: [] })
  expect((await choices(sophie)).body).toMatchObject({ tags: [{ id: tag }], pages: ['toit.example/devis'] })
})

test('a narrowed view follows what happens, on every screen', async () => {
  const shop = await openMixedShop()
  const { test: opened, sophie, hugo, lea, tom, path, ines, form, tag, category, conversation } = shop
  const narrowed = (
    [
      { assignee: 'me' },
      { assignee: hugo.userId },
      { assignee: 'nobody', waiting: 'yes' },
      { tag },
      { text: 'question' },
      { category },
      { category: 'none', state: 'open' },
      { channel: 'email', unread: 'mine' },
      { page: 'toit.example/devis' },
      { since: 'today', source: 'email' },
      { unread: 'assignee' },
    ] as Filter[]
  ).flatMap((filter) => (['open', 'all'] as const).map((view) => ({ view, filter })))
  const looking = { ...shop.looking, narrowed }
  const seen = (act: () => Promise<unknown>) =>
    expectLive(opened, sophie, looking, () =>
      expectLive(opened, hugo, looking, () => expectLive(opened, lea, looking, act)),
    )
  const command = () => ({ commandId: makeId() })
  const one = `/inbox/conversations/${form.id}`
  await seen(() => receive(shop))
  await seen(() => asPerson(sophie).put(`${path}/assignee`, { ...command(), assigneeId: hugo.userId }))
  await seen(() => asPerson(sophie).put(`${path}/assignee`, { ...command(), assigneeId: tom.userId }))
  await seen(() => asPerson(sophie).put(`${one}/assignee`, { ...command(), assigneeId: lea.userId }))
  await seen(() => asPerson(sophie).put(`/clients/${ines.id}/tags`, { ...command(), tags: [] }))
  await seen(() => asPerson(sophie).put(`/clients/${shop.marc.id}/tags`, { ...command(), tags: ['fidèle'] }))
  const pro = (value: string[], was: string[]) => ({ ...command(), field: 'category', value, was })
  await seen(() => asPerson(sophie).put(`/clients/${ines.id}/fields`, pro([], [category])))
  await seen(() => asPerson(sophie).put(`/clients/${shop.marc.id}/fields`, pro([category], [])))
  await seen(() => asPerson(hugo).post(`${one}/archive`, command()))
  await seen(() => asPerson(hugo).post(`${path}/read`, { ...command(), seq: 9 }))
  const bulk = { act: { is: 'assign', assigneeId: hugo.userId }, of: { is: 'these', ids: [form.id, conversation.id] } }
  await seen(() => asPerson(hugo).post('/inbox/bulk', { ...command(), ...bulk }))
})
