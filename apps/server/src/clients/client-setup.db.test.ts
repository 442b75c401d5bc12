import type { ClientSetupSlice, TagsSlice } from '@comptoir/contract/client-fields'
import type { ClientSlice } from '@comptoir/contract/clients'
import { makeId } from '@comptoir/rules/uuid'
import { expect, test } from 'vitest'
import { openShop } from '../inbox/testing/open-shop.ts'
import { expectLive } from '../realtime/testing/expect-live.ts'
import { asPerson } from '../testing/as-person.ts'
import type { Person } from '../testing/people.ts'

const command = () => ({ commandId: makeId() })

async function setup(person: Person) {
  const { body } = await asPerson(person).get<ClientSetupSlice>('/clients/setup')
  return body
}

async function card(person: Person, clientId: string) {
  const { body } = await asPerson(person).get<ClientSlice>(`/clients/${clientId}`)
  return body.client
}

async function addField(person: Person, name: string, given: object = {}) {
  const id = makeId()
  const field = { ...command(), id, name, kind: 'text', uniqueness: 'free', ...given }
  expect((await asPerson(person).post('/clients/fields', field)).status).toBe(201)
  return id
}

async function addChoice(person: Person, name: string, fieldId: string | null = null) {
  const id = makeId()
  await asPerson(person).post('/clients/choices', { ...command(), id, fieldId, name, tone: 'info' })
  return id
}

test('a field is added, renamed, moved, removed and put back with what was written in it, on all screens', async () => {
  const { test, hugo, sophie, lea, marc, looking } = await openShop()
  const [door, boiler] = [await addField(sophie, 'Digicode'), await addField(sophie, 'Chaudière')]
  const change = { ...command(), field: boiler, value: 'Viessmann', was: '' }
  await asPerson(hugo).put(`/clients/${marc.id}/fields`, change)
  const live = (act: () => Promise<unknown>) => expectLive(test, lea, looking, act)
  await live(() =>
    asPerson(sophie).put(`/clients/fields/${door}`, { ...command(), name: 'Code d’entrée', uniqueness: 'free' }),
  )
  await live(() => asPerson(sophie).put('/clients/fields/order', { ...command(), ids: [boiler, door] }))
  expect((await setup(hugo)).fields.map(({ name }) => name)).toEqual(['Chaudière', 'Code d’entrée'])
  await live(() => asPerson(sophie).post(`/clients/fields/${boiler}/remove`, command()))
  expect((await setup(hugo)).fields.map(({ id }) => id)).toEqual([door])
  const late = { ...command(), field: boiler, value: 'Bulex', was: 'Viessmann' }
  expect(await asPerson(hugo).put(`/clients/${marc.id}/fields`, late)).toBeRefused('not_found')
  await live(() =>
    asPerson(sophie).put(`/clients/fields/${boiler}`, { ...command(), name: 'Chaudière', uniqueness: 'free' }),
  )
  expect((await setup(lea)).fields.map(({ id }) => id)).toEqual([boiler, door])
  expect((await card(lea, marc.id)).values).toEqual({ [boiler]: 'Viessmann' })
})

test('six new tags have six colours, in whatever order they come', async () => {
  const { hugo, marc } = await openShop()
  const names = ['Devis en cours', 'Fidèle', 'Newsletter', 'Nouveau', 'Professionnel', 'À rappeler']
  await asPerson(hugo).put(`/clients/${marc.id}/tags`, { ...command(), tags: names.slice(0, 2) })
  await asPerson(hugo).put(`/clients/${marc.id}/tags`, { ...command(), tags: names })
  const { tags } = await card(hugo, marc.id)
  expect(new Set(tags.map(({ tone }) => tone)).size).toBe(6)
})

test('categories have names and colours of their own, and come back to those who had them', async () => {
  const { test, hugo, sophie, lea, marc, looking } = await openShop()
  const [trade, home] = [await addChoice(sophie, 'Professionnel'), await addChoice(sophie, 'Particulier')]
  const give = { ...command(), field: 'category', value: [trade], was: [] }
  await asPerson(hugo).put(`/clients/${marc.id}/fields`, give)
  const live = (act: () => Promise<unknown>) => expectLive(test, lea, looking, act)
  const pro = { name: 'Pro', tone: 'plum' }
  await live(() => asPerson(sophie).put(`/clients/choices/${trade}`, { ...command(), ...pro }))
  await live(() => asPerson(sophie).put('/clients/choices/order', { ...command(), ids: [home, trade] }))
  expect((await setup(lea)).categories).toEqual([
    { id: home, name: 'Particulier', tone: 'info' },
    { id: trade, ...pro },
  ])
  await live(() => asPerson(sophie).post(`/clients/choices/${trade}/remove`, command()))
  expect((await setup(lea)).categories.map(({ id }) => id)).toEqual([home])
  await live(() => asPerson(sophie).put(`/clients/choices/${trade}`, { ...command(), ...pro }))
  expect((await setup(lea)).categories.map(({ id }) => id)).toEqual([home, trade])
  expect((await card(lea, marc.id)).categoryId).toBe(trade)
})

test('a tag is called otherwise, goes and comes back on every card', async () => {
  const { test, hugo, sophie, lea, marc, looking } = await openShop()
  await asPerson(hugo).put(`/clients/${marc.id}/tags`, { ...command(), tags: ['vélo', 'fidèle'] })
  const { body } = await asPerson(sophie).get<TagsSlice>('/clients/tags')
  const bike = body.tags.find(({ name }) => name === 'vélo')!
  for (const person of [sophie, lea]) {
    const live = (act: () => Promise<unknown>) => expectLive(test, person, looking, act)
    const change = { ...command(), name: `Cycliste ${person.name}`, tone: 'moss' }
    await live(() => asPerson(sophie).put(`/clients/tags/${bike.id}`, change))
    expect((await card(lea, marc.id)).tags).toContainEqual({ id: bike.id, name: change.name, tone: 'moss' })
    await live(() => asPerson(sophie).post(`/clients/tags/${bike.id}/remove`, command()))
    expect((await card(lea, marc.id)).tags.map(({ name }) => name)).toEqual(['fidèle'])
    await live(() => asPerson(sophie).put(`/clients/tags/${bike.id}`, { ...change, ...command() }))
    expect((await card(lea, marc.id)).tags).toHaveLength(2)
  }
  const taken = { ...command(), name: 'FIDÈLE', tone: 'moss' }
  expect(await asPerson(sophie).put(`/clients/tags/${bike.id}`, taken)).toBeRefused('invalid')
})

test('a tag that was removed and is given again by its name is a new one', async () => {
  const { test, hugo, sophie, marc, looking } = await openShop()
  const other = makeId()
  await asPerson(hugo).post('/clients', { ...command(), id: other, name: 'Nadia' })
  await asPerson(hugo).put(`/clients/${marc.id}/tags`, { ...command(), tags: ['vélo'] })
  const tagId = (await card(hugo, marc.id)).tags[0]!.id
  await asPerson(sophie).post(`/clients/tags/${tagId}/remove`, command())
  await expectLive(test, sophie, looking, () =>
    asPerson(hugo).put(`/clients/${other}/tags`, { ...command(), tags: ['Vélo'] }),
  )
  expect((await card(hugo, other)).tags).toHaveLength(1)
  expect((await card(hugo, marc.id)).tags).toEqual([])
})

test('two fields, or two choices of one, are not called the same', async () => {
  const { sophie } = await openShop()
  await addField(sophie, 'Digicode')
  const twin = { ...command(), id: makeId(), name: 'DIGICODE', kind: 'number', uniqueness: 'free' }
  expect(await asPerson(sophie).post('/clients/fields', twin)).toBeRefused('invalid')
  await addChoice(sophie, 'Pro')
  const other = { ...command(), id: makeId(), fieldId: null, name: 'pro', tone: 'info' }
  expect(await asPerson(sophie).post('/clients/choices', other)).toBeRefused('invalid')
  const field = await addField(sophie, 'Métier', { kind: 'choice' })
  expect((await asPerson(sophie).post('/clients/choices', { ...other, ...command(), fieldId: field })).status).toBe(201)
})

test('numbers that two clients share already are not made unique', async () => {
  const { hugo, sophie, marc } = await openShop()
  const number = await addField(sophie, 'N° de client', { kind: 'identifier' })
  const other = makeId()
  await asPerson(hugo).post('/clients', { ...command(), id: other, name: 'Nadia' })
  for (const id of [marc.id, other])
    await asPerson(hugo).put(`/clients/${id}/fields`, { ...command(), field: number, value: 'C42', was: '' })
  const unique = () =>
    asPerson(sophie).put(`/clients/fields/${number}`, { ...command(), name: 'N° de client', uniqueness: 'unique' })
  expect(await unique()).toBeRefused('conflict', 'errors.field_not_unique')
  await asPerson(hugo).put(`/clients/${other}/fields`, { ...command(), field: number, value: 'C43', was: 'C42' })
  expect((await unique()).status).toBe(200)
})

test('only an admin says what is kept; Hugo and Léa read it', async () => {
  const { sophie, hugo, lea } = await openShop()
  const field = { ...command(), id: makeId(), name: 'Digicode', kind: 'text', uniqueness: 'free' }
  expect(await asPerson(hugo).post('/clients/fields', field)).toBeRefused('not_allowed')
  await addField(sophie, 'Digicode')
  for (const person of [hugo, lea]) expect((await setup(person)).fields).toHaveLength(1)
  expect(await asPerson(lea).get('/clients/tags')).toBeRefused('not_allowed')
})
