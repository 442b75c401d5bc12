import type { FieldValue } from '@comptoir/contract/field-values'
import { makeId } from '@comptoir/rules/uuid'
import { expect, test } from 'vitest'
import { openShop } from '../inbox/testing/open-shop.ts'
import { expectLive } from '../realtime/testing/expect-live.ts'
import { asPerson } from '../testing/as-person.ts'
import type { Person } from '../testing/people.ts'
import { card, setField } from './testing/field-of-client.ts'

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
    await expectLive(test, sophie, looking, () => setField(hugo, marc.id, id, written))
    expect((await card(hugo, marc.id)).values[id], kind).toBe(kept)
    await setField(hugo, marc.id, id, '', kept)
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
    const refused = await setField(hugo, marc.id, id, written)
    expect(refused.body.details?.['fields'], kind).toEqual({ value: why })
  }
  expect((await setField(hugo, marc.id, 'name', '  ', 'Marc')).body.details?.['fields']).toEqual({
    value: 'invalid.empty',
  })
  expect((await setField(hugo, marc.id, 'emails', ['nadia'], [marc.email])).body.details?.['fields']).toEqual({
    value: 'invalid.email',
  })
  expect(await setField(hugo, marc.id, makeId(), 'x')).toBeRefused('not_found', 'errors.field_missing')
})

test('one choice, several choices and a category are of those there are', async () => {
  const { test, hugo, sophie, lea, marc, looking } = await openShop()
  const [one, many] = [await addField(sophie, 'choice'), await addField(sophie, 'choices')]
  const [gas, oil] = [await addChoice(sophie, one, 'Gaz'), await addChoice(sophie, one, 'Mazout')]
  const [roof, wall] = [await addChoice(sophie, many, 'Toit'), await addChoice(sophie, many, 'Murs')]
  const trade = await addChoice(sophie, null, 'Professionnel')
  await expectLive(test, lea, looking, () => setField(lea, marc.id, one, [gas]))
  await expectLive(test, lea, looking, () => setField(hugo, marc.id, many, [wall, roof]))
  await expectLive(test, lea, looking, () => setField(hugo, marc.id, 'category', [trade], []))
  expect(await card(hugo, marc.id)).toMatchObject({
    categoryId: trade,
    values: { [one]: [gas], [many]: [roof, wall] },
  })
  expect((await setField(hugo, marc.id, one, [gas, oil], [gas])).status).toBe(400)
  expect(await setField(hugo, marc.id, one, [roof], [gas])).toBeRefused('not_found', 'errors.choice_missing')
  expect(await setField(hugo, marc.id, 'category', [gas], [trade])).toBeRefused('not_found', 'errors.choice_missing')
  await expectLive(test, lea, looking, () => setField(hugo, marc.id, one, [], [gas]))
  await expectLive(test, lea, looking, () => setField(hugo, marc.id, 'category', [], [trade]))
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
  const written = await Promise.all([marc.id, ...others].map((id) => setField(hugo, id, number, 'C 42')))
  expect(written.filter(({ status }) => status === 200)).toHaveLength(1)
  const refused = written.filter(({ status }) => status !== 200)
  expect(refused.map(({ body }) => body.details?.['fields'])).toEqual(Array(4).fill({ value: 'invalid.taken' }))
  const last = written.findIndex(({ status }) => status === 200)
  const holder = [marc.id, ...others][last]!
  expect((await setField(hugo, holder, number, 'c42', 'C 42')).status).toBe(200)
})

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
