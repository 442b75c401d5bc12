import type { FieldValue } from '@comptoir/contract/field-values'
import { expect, test } from 'vitest'
import { list, openShop } from '../inbox/testing/open-shop.ts'
import { expectLive } from '../realtime/testing/expect-live.ts'
import { card, setField } from './testing/field-of-client.ts'

test('another name of Marc is on every screen where he stands', async () => {
  const { test, hugo, sophie, lea, marc, looking } = await openShop()
  await expectLive(test, sophie, looking, () => setField(hugo, marc.id, 'name', 'Marc Dubois', 'Marc'))
  expect((await list(sophie, 'open')).rows[0]?.clientName).toBe('Marc Dubois')
  await expectLive(test, lea, looking, () => setField(hugo, marc.id, 'name', 'Marc D.', 'Marc Dubois'))
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
    const done = await expectLive(test, lea, looking, () => setField(hugo, marc.id, field, value))
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
  await expectLive(test, sophie, looking, () => setField(hugo, marc.id, 'emails', wanted, [marc.email]))
  const after = await card(hugo, marc.id)
  expect(after.emails.map((one) => one.value)).toEqual(['nouveau@exemple.example', marc.email])
  expect(after.emails[1]?.id).toBe(before.emails[0]?.id)
  await expectLive(test, sophie, looking, () =>
    setField(
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
  await setField(hugo, marc.id, 'phone', ['0476 12 34 56'])
  await setField(hugo, marc.id, 'mobile', ['0476/12.34.56'])
  expect((await card(hugo, marc.id)).phones).toMatchObject([{ label: 'mobile', value: '0476/12.34.56' }])
})

test('of two who change the same field, the second is shown what the first wrote, and nothing is lost', async () => {
  const { hugo, sophie, marc } = await openShop()
  await setField(sophie, marc.id, 'company', 'Dubois SA')
  const refused = await setField(hugo, marc.id, 'company', 'Dubois & Fils')
  expect(refused).toBeRefused('conflict', 'errors.field_changed')
  expect(refused.body.details?.['client']).toMatchObject({ company: 'Dubois SA' })
  expect((await setField(hugo, marc.id, 'company', 'Dubois & Fils', 'Dubois SA')).status).toBe(200)
  // Who writes the same is of one mind, and who writes elsewhere is in nobody's way.
  expect((await setField(sophie, marc.id, 'company', 'Dubois & Fils', 'Dubois SA')).status).toBe(200)
  expect((await setField(sophie, marc.id, 'town', 'Sedan')).status).toBe(200)
})

test('ten who change it at once are let in one by one', async () => {
  const { hugo, marc } = await openShop()
  const changed = await Promise.all(
    Array.from({ length: 10 }, (_, i) => setField(hugo, marc.id, 'name', `Marc ${i}`, 'Marc')),
  )
  expect(changed.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(changed.filter(({ status }) => status === 409)).toHaveLength(9)
})
