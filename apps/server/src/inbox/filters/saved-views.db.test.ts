import type { SavedView, SavedViewCounts, SavedViewsSlice } from '@comptoir/contract/filters'
import { makeId } from '@comptoir/rules/uuid'
import { expect, test } from 'vitest'
import { expectLive } from '../../realtime/testing/expect-live.ts'
import { asPerson } from '../../testing/as-person.ts'
import type { Person } from '../../testing/people.ts'
import { openShop, type Shop } from '../testing/open-shop.ts'

const kept = { name: 'Qui attend', view: 'open', filter: { waiting: 'yes' }, whose: 'own' }

function save(person: Person, given: object = {}) {
  const asked = { commandId: makeId(), id: makeId(), ...kept, ...given }
  return asPerson(person).post<{ view: SavedView }>('/inbox/saved-views', asked)
}

const change = (person: Person, viewId: string, given: object) =>
  asPerson(person).put(`/inbox/saved-views/${viewId}`, { commandId: makeId(), ...kept, ...given })
const remove = (person: Person, viewId: string) =>
  asPerson(person).post(`/inbox/saved-views/${viewId}/remove`, { commandId: makeId() })

async function names(person: Person) {
  const { body } = await asPerson(person).get<SavedViewsSlice>('/inbox/saved-views')
  return body.views.map((view) => view.name)
}

const whileAllLook = <T>({ test: opened, sophie, hugo, lea }: Shop, act: () => Promise<T>) =>
  expectLive(opened, sophie, {}, () => expectLive(opened, hugo, {}, () => expectLive(opened, lea, {}, act)))

test('Sophie keeps a view for herself, then shares it, and takes it back', async () => {
  const shop = await openShop()
  const { sophie, hugo, lea } = shop
  const { body } = await whileAllLook(shop, () => save(sophie))
  expect([await names(sophie), await names(hugo), await names(lea)]).toEqual([['Qui attend'], [], []])
  await whileAllLook(shop, () => change(sophie, body.view.id, { whose: 'team', name: 'À rappeler' }))
  expect([await names(sophie), await names(hugo), await names(lea)]).toEqual([['À rappeler'], ['À rappeler'], []])
  await whileAllLook(shop, () => change(hugo, body.view.id, { whose: 'own' }))
  expect([await names(sophie), await names(hugo)]).toEqual([[], ['Qui attend']])
})

test('one that was removed comes back where it stood', async () => {
  const shop = await openShop()
  const { sophie } = shop
  const [first] = [await save(sophie, { name: 'Une' }), await save(sophie, { name: 'Deux' })]
  const { id, position } = first.body.view
  await whileAllLook(shop, () => remove(sophie, id))
  expect(await names(sophie)).toEqual(['Deux'])
  await whileAllLook(shop, () => save(sophie, { id, name: 'Une', position }))
  expect(await names(sophie)).toEqual(['Une', 'Deux'])
})

test('they stand in the order a hand gives them', async () => {
  const shop = await openShop()
  const { sophie, hugo } = shop
  const team = { whose: 'team' }
  const [one, two, three] = [
    await save(sophie, { ...team, name: 'Une' }),
    await save(hugo, { ...team, name: 'Deux' }),
    await save(sophie, { ...team, name: 'Trois' }),
  ].map(({ body }) => body.view.id)
  await whileAllLook(shop, () =>
    asPerson(hugo).put('/inbox/saved-views/order', { commandId: makeId(), ids: [three, one, two] }),
  )
  expect(await names(sophie)).toEqual(['Trois', 'Une', 'Deux'])
})

test('what somebody keeps for themselves exists for nobody else', async () => {
  const { sophie, hugo } = await openShop()
  const { id } = (await save(sophie)).body.view
  expect(await change(hugo, id, {})).toBeRefused('not_found', 'errors.view_missing')
  expect(await remove(hugo, id)).toBeRefused('not_found')
  expect(await save(hugo, { id })).toBeRefused('conflict')
  expect(await names(sophie)).toEqual(['Qui attend'])
})

test('Léa, a delegate, keeps views of her own, and none for the team; they count what is hers', async () => {
  const { sophie, lea, tom } = await openShop()
  expect(await save(lea, { whose: 'team' })).toBeRefused('not_allowed')
  const counts = async (person: Person) => {
    const { body } = await asPerson(person).get<SavedViewCounts>('/inbox/saved-views/counts')
    return Object.values(body)
  }
  await Promise.all([lea, tom].map((one) => save(one)))
  await save(sophie, { whose: 'team' })
  expect([await counts(lea), await counts(tom), await counts(sophie)]).toEqual([
    [{ n: 1, more: false }],
    [{ n: 0, more: false }],
    [{ n: 1, more: false }],
  ])
})
