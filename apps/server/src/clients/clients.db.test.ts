import type { ClientFound, ClientView } from '@comptoir/contract/clients'
import type { RefusalBody } from '@comptoir/contract/refusal'
import { makeId } from '@comptoir/rules/uuid'
import { expect, test } from 'vitest'
import { logOf, openShop } from '../inbox/testing/open-shop.ts'
import { expectLive } from '../realtime/testing/expect-live.ts'
import { asPerson } from '../testing/as-person.ts'
import { seed, type Person } from '../testing/people.ts'

const nadia = (given: object = {}) => ({
  commandId: makeId(),
  id: makeId(),
  name: 'Nadia Lambert',
  emails: ['Nadia@Exemple.example'],
  phones: ['+32 476 12 34 56'],
  ...given,
})

test('Hugo adds a client, and finds her by any part of her name, address or number', async () => {
  const { test, hugo, sophie } = await openShop()
  const input = nadia()
  const added = await expectLive(test, sophie, {}, () => asPerson(hugo).post('/clients', input))
  expect(added.status).toBe(201)
  for (const words of ['lamb', 'NADIA', 'nadia@ex', '0476 12', '476/12.34', '+32476']) {
    const { body } = await asPerson(hugo).get<ClientFound[]>(`/clients?words=${encodeURIComponent(words)}`)
    expect(body, words).toMatchObject([{ id: input.id, name: 'Nadia Lambert', email: 'nadia@exemple.example' }])
  }
  for (const words of ['%', '_', '\\', 'personne']) {
    const { body } = await asPerson(hugo).get<ClientFound[]>(`/clients?words=${encodeURIComponent(words)}`)
    expect(body, words).toEqual([])
  }
})

test('without words those heard of last come first', async () => {
  const { hugo, marc } = await openShop()
  const input = nadia()
  await asPerson(hugo).post('/clients', input)
  const { body } = await asPerson(hugo).get<ClientFound[]>('/clients')
  expect(body.map((found) => found.id)).toEqual([marc.id, input.id])
})

test('a command sent twice is done once, with other input a conflict, from Sophie not found', async () => {
  const { hugo, sophie } = await openShop()
  const input = nadia()
  const first = await asPerson(hugo).post('/clients', input)
  expect((await asPerson(hugo).post('/clients', input)).body).toEqual(first.body)
  expect(await asPerson(hugo).post('/clients', { ...input, name: 'Autre' })).toBeRefused(
    'conflict',
    'errors.command_reused',
  )
  expect(await asPerson(sophie).post('/clients', input)).toBeRefused('not_found')
  expect(await asPerson(hugo).post('/clients', { ...input, commandId: makeId() })).toBeRefused('conflict')
})

test('tags are made by their name once, whatever their case, and taken away by leaving them out', async () => {
  const { test, hugo, sophie, lea, marc, looking } = await openShop()
  const tag = (tags: string[]) =>
    asPerson(hugo).put<{ client: ClientView }>(`/clients/${marc.id}/tags`, { commandId: makeId(), tags })
  const tagged = await expectLive(test, lea, looking, () => tag(['Fidèle', 'vélo', 'fidèle']))
  expect(tagged.body.client.tags.map((one) => one.name)).toEqual(['fidèle', 'vélo'])
  const again = await expectLive(test, sophie, looking, () => tag(['VÉLO']))
  expect(again.body.client.tags).toEqual([tagged.body.client.tags[1]])
  expect((await tag([])).body.client.tags).toEqual([])
})

test('Léa sees and changes the client she handles, and no other; Tom sees none', async () => {
  const { test, hugo, lea, tom, marc, looking, workspaceId } = await openShop()
  const other = nadia()
  await asPerson(hugo).post('/clients', other)
  const found = (person: Person) =>
    asPerson(person)
      .get<ClientFound[]>('/clients')
      .then(({ body }) => body.map((one) => one.id))
  expect(await found(hugo)).toEqual([marc.id, other.id])
  expect(await found(lea)).toEqual([marc.id])
  expect(await found(tom)).toEqual([])
  const named = await asPerson(lea).get<ClientFound[]>('/clients?words=a')
  expect(named.body.map((one) => one.id)).toEqual([marc.id])
  expect(await asPerson(lea).get(`/clients/${other.id}`)).toBeRefused('not_found')
  expect(await asPerson(tom).get(`/clients/${marc.id}`)).toBeRefused('not_found')
  expect(await asPerson(tom).get(`/inbox/clients/${marc.id}/conversations`)).toBeRefused('not_found')
  const change = { field: 'company', value: 'Dubois SA', was: '' }
  const set = (person: Person) => asPerson(person).put(`/clients/${marc.id}/fields`, { commandId: makeId(), ...change })
  expect(await set(tom)).toBeRefused('not_found')
  expect(await asPerson(tom).put(`/clients/${marc.id}/tags`, { commandId: makeId(), tags: [] })).toBeRefused(
    'not_found',
  )
  expect(await asPerson(lea).post('/clients', nadia())).toBeRefused('not_allowed')
  await expectLive(test, lea, looking, () => set(lea))
  const log = await logOf(test, workspaceId)
  expect(log.flatMap((event) => event.rooms)).not.toContain(`user:${tom.userId}`)
})

test('whoever adds a client is told who has that address or number already, however it is written', async () => {
  const { hugo, lea } = await openShop()
  const input = nadia()
  await asPerson(hugo).post('/clients', input)
  const alike = (query: string) =>
    asPerson(hugo)
      .get<ClientFound[]>(`/clients/alike?${query}`)
      .then(({ body }) => body.map((one) => one.name))
  for (const query of [
    'email=NADIA@exemple.example',
    'phone=0476%2F12.34.56',
    'phone=%2B32476123456',
    'phone=0032476123456',
  ])
    expect(await alike(query), query).toEqual(['Nadia Lambert'])
  for (const query of ['email=nadia', 'email=nadi@exemple.example', 'phone=0476', 'phone=0476123457', ''])
    expect(await alike(query), query).toEqual([])
  expect(await asPerson(lea).get('/clients/alike?phone=0476123456')).toBeRefused('not_allowed')
})

test('another business finds none of them', async () => {
  const { test, hugo, marc } = await openShop()
  const { people } = await seed(test, { business: 'Chez Anna', people: { anna: 'owner' } })
  expect((await asPerson(hugo).get<ClientFound[]>('/clients?words=marc')).body).toHaveLength(1)
  expect((await asPerson(people.anna).get<ClientFound[]>('/clients?words=marc')).body).toEqual([])
  expect((await asPerson(people.anna).get<ClientFound[]>('/clients')).body).toEqual([])
  expect(await asPerson(people.anna).get(`/clients/${marc.id}`)).toBeRefused('not_found')
})

test('a nameless client, a wrong address and a wrong number are refused with the field named', async () => {
  const { hugo } = await openShop()
  const refused = await asPerson(hugo).post<RefusalBody>(
    '/clients',
    nadia({ name: '  ', emails: ['nadia'], phones: ['appelez-moi'] }),
  )
  expect(refused.body.details?.['fields']).toEqual({
    name: 'invalid.empty',
    'emails.0': 'invalid.email',
    'phones.0': 'invalid.phone',
  })
})
