import type { ClientSlice } from '@comptoir/contract/clients'
import { makeId } from '@comptoir/rules/uuid'
import { expect, test } from 'vitest'
import { openShop, type Shop } from '../inbox/testing/open-shop.ts'
import { expectLive } from '../realtime/testing/expect-live.ts'
import { asPerson } from '../testing/as-person.ts'
import type { Person } from '../testing/people.ts'

const command = () => ({ commandId: makeId() })

async function notes(person: Person, { marc }: Shop) {
  const { body } = await asPerson(person).get<ClientSlice>(`/clients/${marc.id}`)
  return body.client.notes
}

async function add(person: Person, { marc }: Shop, body: string) {
  const id = makeId()
  await asPerson(person).post(`/clients/${marc.id}/notes`, { ...command(), id, body })
  return id
}

test('notes say who wrote them and when; what is pinned stands first, on all screens', async () => {
  const shop = await openShop()
  const { test, hugo, sophie, lea, marc, looking } = shop
  const dog = await expectLive(test, lea, looking, () => add(hugo, shop, 'Attention au chien'))
  const hours = await expectLive(test, sophie, looking, () => add(lea, shop, 'Plutôt le matin'))
  expect(await notes(sophie, shop)).toMatchObject([
    { id: hours, authorId: lea.userId, changedAt: null },
    { id: dog, authorId: hugo.userId, body: 'Attention au chien' },
  ])
  const pin = { ...command(), body: 'Attention au chien', was: 'Attention au chien', place: 'pinned' }
  await expectLive(test, lea, looking, () => asPerson(sophie).put(`/clients/${marc.id}/notes/${dog}`, pin))
  expect(await notes(lea, shop)).toMatchObject([{ id: dog, pinned: 'pinned', changedAt: null }, { id: hours }])
  const change = { ...command(), body: 'Chien gentil', was: 'Attention au chien', place: 'pinned' }
  await expectLive(test, lea, looking, () => asPerson(sophie).put(`/clients/${marc.id}/notes/${dog}`, change))
  const [first] = await notes(lea, shop)
  expect(first).toMatchObject({ body: 'Chien gentil', authorId: hugo.userId })
  expect(first?.changedAt).not.toBeNull()
})

test('of two who change a note the second is shown what the first wrote; removed, it comes back as it was', async () => {
  const shop = await openShop()
  const { test, hugo, sophie, marc, looking } = shop
  const id = await add(hugo, shop, 'Le matin')
  const at = `/clients/${marc.id}/notes/${id}`
  const change = (person: Person, body: string, was: string) =>
    asPerson(person).put(at, { ...command(), body, was, place: 'among' })
  await change(sophie, 'Le soir', 'Le matin')
  expect(await change(hugo, 'Le midi', 'Le matin')).toBeRefused('conflict', 'errors.field_changed')
  await expectLive(test, hugo, looking, () => asPerson(sophie).post(`${at}/remove`, command()))
  expect(await notes(hugo, shop)).toEqual([])
  await expectLive(test, hugo, looking, () => change(sophie, 'Le soir', 'Le soir'))
  expect(await notes(hugo, shop)).toMatchObject([{ id, body: 'Le soir' }])
})

test('Tom, to whom Marc is not confided, reads and writes none', async () => {
  const shop = await openShop()
  const { hugo, tom, marc } = shop
  const id = await add(hugo, shop, 'Entre nous')
  const at = `/clients/${marc.id}/notes`
  expect(await asPerson(tom).post(at, { ...command(), id: makeId(), body: 'Coucou' })).toBeRefused('not_found')
  const change = { ...command(), body: 'Autre', was: 'Entre nous', place: 'among' }
  expect(await asPerson(tom).put(`${at}/${id}`, change)).toBeRefused('not_found')
  expect(await asPerson(tom).post(`${at}/${id}/remove`, command())).toBeRefused('not_found')
  expect(await notes(hugo, shop)).toMatchObject([{ body: 'Entre nous' }])
})

test('a hundred notes are enough for one client', async () => {
  const shop = await openShop()
  const { hugo, marc } = shop
  for (let i = 0; i < 100; i++) await add(hugo, shop, `Note ${i}`)
  const more = { ...command(), id: makeId(), body: 'Encore une' }
  expect(await asPerson(hugo).post(`/clients/${marc.id}/notes`, more)).toBeRefused('conflict', 'errors.too_many_notes')
})
