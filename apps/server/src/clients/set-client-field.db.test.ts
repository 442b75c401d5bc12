import type { ClientSlice, ClientView } from '@comptoir/contract/clients'
import type { FieldValue } from '@comptoir/contract/field-values'
import type { RefusalBody } from '@comptoir/contract/refusal'
import { makeId } from '@comptoir/rules/uuid'
import { expect, test } from 'vitest'
import { list, openShop } from '../inbox/testing/open-shop.ts'
import { expectLive } from '../realtime/testing/expect-live.ts'
import { asPerson } from '../testing/as-person.ts'
import type { Person } from '../testing/people.ts'

async function card(person: Person, clientId: string) {
  const { body } = await asPerson(person).get<ClientSlice>(`/clients/${clientId}`)
  return body.client
}

function set(person: Person, clientId: string, field: string, value: FieldValue, was: FieldValue = '') {
  const change = { commandId: makeId(), field, value, was }
  return asPerson(person).put<{ client: ClientView } & RefusalBody>(`/clients/${clientId}/fields`, change)
}

const what = (kind: string, uniqueness = 'free') => ({
  id: makeId(),
  name: `Champ ${kind} ${uniqueness}`,
  kind,
  uniqueness,
})

async function addField(person: Person, kind: string, uniqueness?: string) {
  const field = what(kind, uniqueness)
  await asPerson(person).post('/clients/fields', { commandId: makeId(), ...field })
  return field.id
}

async function addChoice(person: Person, fieldId: string | null, name: string) {
  const id = makeId()
  const made = await asPerson(person).post('/clients/choices', { commandId: makeId(), id, fieldId, name, tone: 'info' })
  expect(made.status).toBe(201)
  return id
}

test('another name of Marc is on every screen where he stands', async () => {
  const { test, hugo, sophie, lea, marc, looking } = await openShop()
  await expectLive(test, sophie, looking, () => set(hugo, marc.id, 'name', 'Marc Dubois', 'Marc'))
  expect((await list(sophie, 'open')).rows[0]?.clientName).toBe('Marc Dubois')
  await expectLive(test, lea, looking, () => set(hugo, marc.id, 'name', 'Marc D.', 'Marc Dubois'))
})

test('every usual detail is kept as it was written, one at a time', async () => {
  const { test, hugo, lea, marc, looking } = await openShop()
  const details: [string, FieldValue][] = [
    ['title', 'M.'],
    ['company', 'Dubois SA'],
    ['street', '9 rue du Moulin'],
    ['postalCode', '08000'],
    ['town', 'Charleville-Mézières'],
    ['country', 'France'],
    ['birthday', '1980-02-29'],
    ['mobile', ['0476 12 34 56']],
    ['home', ['03 24 00 00 00', '03 24 00 00 01']],
    ['work', ['03 24 11 11 11']],
    ['fax', ['03 24 22 22 22']],
    ['phone', ['03 24 33 33 33']],
  ]
  for (const [field, value] of details) {
    const done = await expectLive(test, lea, looking, () => set(hugo, marc.id, field, value))
    expect(done.status, field).toBe(200)
  }
  const { phones, birthday, street } = await card(lea, marc.id)
  expect({ birthday, street }).toEqual({ birthday: '1980-02-29', street: '9 rue du Moulin' })
  expect(phones.map(({ label, value }) => `${label} ${value}`).sort()).toEqual([
    ' 03 24 33 33 33',
    'fax 03 24 22 22 22',
    'home 03 24 00 00 00',
    'home 03 24 00 00 01',
    'mobile 0476 12 34 56',
    'work 03 24 11 11 11',
  ])
})

test('addresses keep their identity, change their order and go', async () => {
  const { test, hugo, sophie, marc, looking } = await openShop()
  const before = await card(hugo, marc.id)
  const wanted = ['nouveau@exemple.example', marc.email, marc.email.toUpperCase()]
  await expectLive(test, sophie, looking, () => set(hugo, marc.id, 'emails', wanted, [marc.email]))
  const after = await card(hugo, marc.id)
  expect(after.emails.map((one) => one.value)).toEqual(['nouveau@exemple.example', marc.email])
  expect(after.emails[1]?.id).toBe(before.emails[0]?.id)
  await expectLive(test, sophie, looking, () =>
    set(
      hugo,
      marc.id,
      'emails',
      [],
      after.emails.map(({ value }) => value),
    ),
  )
  expect((await card(hugo, marc.id)).emails).toEqual([])
})

test('a number that is said to be a mobile stays one number', async () => {
  const { hugo, marc } = await openShop()
  await set(hugo, marc.id, 'phone', ['0476 12 34 56'])
  await set(hugo, marc.id, 'mobile', ['0476/12.34.56'])
  expect((await card(hugo, marc.id)).phones).toMatchObject([{ label: 'mobile', value: '0476/12.34.56' }])
})

test('of two who change the same field, the second is shown what the first wrote, and nothing is lost', async () => {
  const { hugo, sophie, marc } = await openShop()
  await set(sophie, marc.id, 'company', 'Dubois SA')
  const refused = await set(hugo, marc.id, 'company', 'Dubois & Fils')
  expect(refused).toBeRefused('conflict', 'errors.field_changed')
  expect(refused.body.details?.['client']).toMatchObject({ company: 'Dubois SA' })
  expect((await set(hugo, marc.id, 'company', 'Dubois & Fils', 'Dubois SA')).status).toBe(200)
  // Who writes the same is of one mind, and who writes elsewhere is in nobody's way.
  expect((await set(sophie, marc.id, 'company', 'Dubois & Fils', 'Dubois SA')).status).toBe(200)
  expect((await set(sophie, marc.id, 'town', 'Sedan')).status).toBe(200)
})

test('ten who change it at once are let in one by one', async () => {
  const { hugo, marc } = await openShop()
  const changed = await Promise.all(
    Array.from({ length: 10 }, (_, i) => set(hugo, marc.id, 'name', `Marc ${i}`, 'Marc')),
  )
  expect(changed.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(changed.filter(({ status }) => status === 409)).toHaveLength(9)
})

test('what the business keeps besides is kept as what it is, to the last digit', async () => {
  const { test, hugo, sophie, marc, looking } = await openShop()
  const values: [kind: string, written: FieldValue, kept: FieldValue][] = [
    ['text', '  Portail vert ', 'Portail vert'],
    ['number', '0012345678.100000', '12345678.1'],
    ['number', '-0.000001', '-0.000001'],
    ['number', '999999999999.999999', '999999999999.999999'],
    ['date', '2026-02-28', '2026-02-28'],
    ['checkbox', 'yes', 'yes'],
    ['email', 'Nadia@Exemple.example', 'nadia@exemple.example'],
    ['phone', '+32 476 12 34 56', '+32 476 12 34 56'],
    ['address', '9 rue du Moulin, 08000 Charleville', '9 rue du Moulin, 08000 Charleville'],
    ['identifier', 'C-0042', 'C-0042'],
  ]
  for (const [at, [kind, written, kept]] of values.entries()) {
    const id = makeId()
    const made = { commandId: makeId(), id, name: `${kind} ${at}`, kind, uniqueness: 'free' }
    await expectLive(test, hugo, looking, () => asPerson(sophie).post('/clients/fields', made))
    await expectLive(test, sophie, looking, () => set(hugo, marc.id, id, written))
    expect((await card(hugo, marc.id)).values[id], kind).toBe(kept)
    await set(hugo, marc.id, id, '', kept)
    expect((await card(hugo, marc.id)).values[id], kind).toBeUndefined()
  }
})

test('a value that cannot be is refused, with what is wrong with it', async () => {
  const { hugo, sophie, marc } = await openShop()
  const wrong: [kind: string, written: FieldValue, why: string][] = [
    ['number', 'douze', 'invalid.number'],
    ['number', '1.0000001', 'invalid.number'],
    ['number', '1e5', 'invalid.number'],
    ['date', '2026-02-30', 'invalid.date'],
    ['email', 'nadia', 'invalid.email'],
    ['phone', 'appelez-moi', 'invalid.phone'],
    ['identifier', 'x'.repeat(81), 'invalid.too_long'],
  ]
  for (const [at, [kind, written, why]] of wrong.entries()) {
    const id = makeId()
    await asPerson(sophie).post('/clients/fields', { commandId: makeId(), id, name: `${at}`, kind, uniqueness: 'free' })
    const refused = await set(hugo, marc.id, id, written)
    expect(refused.body.details?.['fields'], kind).toEqual({ value: why })
  }
  expect((await set(hugo, marc.id, 'name', '  ', 'Marc')).body.details?.['fields']).toEqual({ value: 'invalid.empty' })
  expect((await set(hugo, marc.id, 'emails', ['nadia'], [marc.email])).body.details?.['fields']).toEqual({
    value: 'invalid.email',
  })
  expect(await set(hugo, marc.id, makeId(), 'x')).toBeRefused('not_found', 'errors.field_missing')
})

test('one choice, several choices and a category are of those there are', async () => {
  const { test, hugo, sophie, lea, marc, looking } = await openShop()
  const [one, many] = [await addField(sophie, 'choice'), await addField(sophie, 'choices')]
  const [gas, oil] = [await addChoice(sophie, one, 'Gaz'), await addChoice(sophie, one, 'Mazout')]
  const [roof, wall] = [await addChoice(sophie, many, 'Toit'), await addChoice(sophie, many, 'Murs')]
  const trade = await addChoice(sophie, null, 'Professionnel')
  await expectLive(test, lea, looking, () => set(lea, marc.id, one, [gas]))
  await expectLive(test, lea, looking, () => set(hugo, marc.id, many, [wall, roof]))
  await expectLive(test, lea, looking, () => set(hugo, marc.id, 'category', [trade], []))
  expect(await card(hugo, marc.id)).toMatchObject({
    categoryId: trade,
    values: { [one]: [gas], [many]: [roof, wall] },
  })
  expect((await set(hugo, marc.id, one, [gas, oil], [gas])).status).toBe(400)
  expect(await set(hugo, marc.id, one, [roof], [gas])).toBeRefused('not_found', 'errors.choice_missing')
  expect(await set(hugo, marc.id, 'category', [gas], [trade])).toBeRefused('not_found', 'errors.choice_missing')
  await expectLive(test, lea, looking, () => set(hugo, marc.id, one, [], [gas]))
  await expectLive(test, lea, looking, () => set(hugo, marc.id, 'category', [], [trade]))
  expect(await card(hugo, marc.id)).toMatchObject({ categoryId: null, values: { [many]: [roof, wall] } })
})

test('no two clients have the same number of customer, also when two write it at once', async () => {
  const { hugo, sophie, marc } = await openShop()
  const number = await addField(sophie, 'identifier', 'unique')
  const others = await Promise.all(
    ['Nadia', 'Inès', 'Paul', 'Zoé'].map(async (name) => {
      const id = makeId()
      await asPerson(hugo).post('/clients', { commandId: makeId(), id, name })
      return id
    }),
  )
  const written = await Promise.all([marc.id, ...others].map((id) => set(hugo, id, number, 'C 42')))
  expect(written.filter(({ status }) => status === 200)).toHaveLength(1)
  const refused = written.filter(({ status }) => status !== 200)
  expect(refused.map(({ body }) => body.details?.['fields'])).toEqual(Array(4).fill({ value: 'invalid.taken' }))
  const last = written.findIndex(({ status }) => status === 200)
  const holder = [marc.id, ...others][last]!
  expect((await set(hugo, holder, number, 'c42', 'C 42')).status).toBe(200)
})
