import type { ClientFound, ClientSlice, ClientView } from '@comptoir/contract/clients'
import type { RefusalBody } from '@comptoir/contract/refusal'
import { makeId } from '@comptoir/rules/uuid'
import { expect, test } from 'vitest'
import { list, logOf, openShop } from '../inbox/testing/open-shop.ts'
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

async function card(person: Person, clientId: string) {
  const { body } = await asPerson(person).get<ClientSlice>(`/clients/${clientId}`)
  return body.client
}

/** The card as a form sends it back. */
function form({ name, company, note, emails, phones, version }: ClientView, given: object = {}) {
  const values = { emails: emails.map((one) => one.value), phones: phones.map((one) => one.value) }
  return { commandId: makeId(), name, company, note, version, ...values, ...given }
}

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

test('another name of Marc is on every screen where he stands', async () => {
  const { test, hugo, sophie, lea, marc, looking } = await openShop()
  const change = { name: 'Marc Dubois', company: 'Dubois SA', note: 'Préfère le matin.' }
  const changed = await expectLive(test, sophie, looking, async () =>
    asPerson(hugo).put<{ client: ClientView }>(`/clients/${marc.id}`, form(await card(hugo, marc.id), change)),
  )
  expect(changed.body.client).toMatchObject({ ...change, version: 2 })
  expect((await list(sophie, 'open')).rows[0]?.clientName).toBe('Marc Dubois')
  await expectLive(test, lea, looking, async () =>
    asPerson(hugo).put(`/clients/${marc.id}`, form(await card(hugo, marc.id), { name: 'Marc D.' })),
  )
})

test('addresses keep their identity, change their order and go', async () => {
  const { test, hugo, sophie, marc, looking } = await openShop()
  const before = await card(hugo, marc.id)
  const change = form(before, {
    emails: ['nouveau@exemple.example', marc.email, marc.email.toUpperCase()],
    phones: ['0476 00 00 00'],
  })
  await expectLive(test, sophie, looking, () => asPerson(hugo).put(`/clients/${marc.id}`, change))
  const after = await card(hugo, marc.id)
  expect(after.emails.map((one) => one.value)).toEqual(['nouveau@exemple.example', marc.email])
  expect(after.emails[1]?.id).toBe(before.emails[0]?.id)
  await expectLive(test, sophie, looking, () =>
    asPerson(hugo).put(`/clients/${marc.id}`, form(after, { emails: [], phones: [] })),
  )
  expect(await card(hugo, marc.id)).toMatchObject({ emails: [], phones: [] })
})

test('of two who change the same card, the second is shown what the first wrote', async () => {
  const { hugo, sophie, marc } = await openShop()
  const seen = await card(hugo, marc.id)
  await asPerson(sophie).put(`/clients/${marc.id}`, form(seen, { note: 'De Sophie' }))
  const refused = await asPerson(hugo).put<RefusalBody>(`/clients/${marc.id}`, form(seen, { note: 'De Hugo' }))
  expect(refused).toBeRefused('conflict', 'errors.client_changed')
  expect(refused.body.details?.['client']).toMatchObject({ note: 'De Sophie', version: 2 })
})

test('ten who change it at once are let in one by one', async () => {
  const { hugo, marc } = await openShop()
  const seen = await card(hugo, marc.id)
  const changed = await Promise.all(
    Array.from({ length: 10 }, (_, i) => asPerson(hugo).put(`/clients/${marc.id}`, form(seen, { name: `Marc ${i}` }))),
  )
  expect(changed.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(changed.filter(({ status }) => status === 409)).toHaveLength(9)
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
  expect(await asPerson(tom).put(`/clients/${marc.id}`, form(await card(hugo, marc.id)))).toBeRefused('not_found')
  expect(await asPerson(tom).put(`/clients/${marc.id}/tags`, { commandId: makeId(), tags: [] })).toBeRefused(
    'not_found',
  )
  expect(await asPerson(lea).post('/clients', nadia())).toBeRefused('not_allowed')
  await expectLive(test, lea, looking, async () =>
    asPerson(lea).put(`/clients/${marc.id}`, form(await card(lea, marc.id), { note: 'Vue par Léa' })),
  )
  const log = await logOf(test, workspaceId)
  expect(log.flatMap((event) => event.rooms)).not.toContain(`user:${tom.userId}`)
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
