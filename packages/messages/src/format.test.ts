import { expect, onTestFinished, test, vi } from 'vitest'
import { formatter } from './format.ts'

const brussels = formatter('fr', 'Europe/Brussels')
const now = new Date('2026-11-22T08:00:00Z')

test('a list says the hour today, then the day, then the year', () => {
  expect(brussels.when('2026-11-22T07:05:00.123456Z', now)).toBe('08:05')
  expect(brussels.when('2026-11-21T23:30:00Z', now)).toBe('00:30')
  expect(brussels.when('2026-11-21T22:30:00Z', now)).toBe('hier')
  expect(brussels.when('2026-11-16T12:00:00Z', now)).toBe('lun. 16 nov.')
  expect(brussels.when('2025-02-03T12:00:00Z', now)).toBe('3 févr. 2025')
  expect(brussels.when('2026-11-23T08:00:00Z', now)).toBe('demain')
  expect(brussels.when('2026-11-30T08:00:00Z', now)).toBe('lun. 30 nov.')
})

test('a browser without Temporal reads the same', () => {
  vi.stubGlobal('Temporal', undefined)
  delete (globalThis as { Temporal?: unknown }).Temporal
  onTestFinished(() => void vi.unstubAllGlobals())
  const other = formatter('fr', 'Europe/Brussels')
  expect(other.when('2026-11-21T23:30:00Z', now)).toBe('00:30')
  expect(other.when('2026-11-21T22:30:00Z', now)).toBe('hier')
  expect(other.time('2026-07-01T22:15:00Z')).toBe('00:15')
})

test('the day is that of the business, wherever its staff are', () => {
  const late = '2026-11-22T23:30:00Z'
  expect(brussels.date(late)).toBe('23 nov. 2026')
  expect(formatter('fr', 'America/Montreal').date(late)).toBe('22 nov. 2026')
  expect(formatter('fr', 'Europe/Brussels').time('2026-07-01T22:15:00Z')).toBe('00:15')
})

test('a day without a time is that day everywhere', () => {
  for (const zone of ['America/Montreal', 'Europe/Brussels', 'Pacific/Auckland'])
    expect(formatter('fr', zone).wholeDay('2026-11-22')).toBe('22 nov. 2026')
})

test('a moment says the hour today, and before that the day too', () => {
  expect(brussels.moment('2026-11-22T07:05:00Z', now)).toBe('08:05')
  expect(brussels.moment('2026-11-16T13:17:00Z', now)).toBe('lun. 16 nov., 14:17')
})

test.each([
  ['fr', 'Aujourd’hui', 'Hier', 'Lundi 16 novembre', '3 février 2025'],
  ['nl', 'Vandaag', 'Gisteren', 'Maandag 16 november', '3 februari 2025'],
  ['en', 'Today', 'Yesterday', 'Monday 16 November', '3 February 2025'],
] as const)('the days of a conversation read well in %s', (locale, ...days) => {
  const { day } = formatter(locale, 'Europe/Brussels')
  const instants = ['2026-11-22T01:00:00Z', '2026-11-21T09:00:00Z', '2026-11-16T09:00:00Z', '2025-02-03T09:00:00Z']
  expect(instants.map((at) => day(at, now))).toEqual(days)
})

test.each(['fr', 'nl', 'en'] as const)('whole numbers are grouped as the platform does in %s', (locale) => {
  const { number } = formatter(locale, 'Europe/Brussels')
  const platform = new Intl.NumberFormat({ fr: 'fr-FR', nl: 'nl-BE', en: 'en-GB' }[locale])
  for (const value of [0, 7, 999, 1000, 9999, 12_345, 1_000_000, 987_654_321, -1, -1234, -999])
    expect(number(value)).toBe(platform.format(value))
})

test('numbers, sizes and money are written as the language does', () => {
  const spaced = (text: string) => text.replaceAll(/\s/g, ' ')
  expect(spaced(brussels.number(12))).toBe('12')
  expect(spaced(brussels.number(1126.5))).toBe('1 126,5')
  expect(spaced(brussels.number(-3))).toBe('-3')
  expect(spaced(brussels.money(112_668))).toBe('1 126,68 €')
  expect(spaced(brussels.bytes(1_234_567))).toBe('1,2 Mo')
  expect(spaced(formatter('en', 'Europe/London').bytes(999))).toBe('999 B')
  expect(formatter('nl', 'Europe/Brussels').number(12_345.6)).toBe('12.345,6')
})
