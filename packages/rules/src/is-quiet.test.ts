import { expect, test } from 'vitest'
import { isQuiet } from './is-quiet.ts'

const nights = { from: '20:00', until: '07:30', days: [1, 2, 3, 4, 5] }
const at = (instant: string, zone = 'Europe/Brussels') => isQuiet(nights, zone, new Date(instant))

test('a night begins on its day and ends the next morning, whatever day that is', () => {
  // Friday 20 November 2026, in Brussels one hour ahead.
  expect(at('2026-11-20T18:59:00Z')).toBe(false)
  expect(at('2026-11-20T19:00:00Z')).toBe(true)
  expect(at('2026-11-21T06:29:00Z')).toBe(true)
  expect(at('2026-11-21T06:30:00Z')).toBe(false)
  // Saturday evening is not one of the days.
  expect(at('2026-11-21T20:00:00Z')).toBe(false)
  expect(at('2026-11-23T05:00:00Z')).toBe(false)
})

test('the clock is that of the person, also after it was put forward', () => {
  expect(at('2026-07-01T18:30:00Z')).toBe(true)
  expect(at('2026-07-01T18:30:00Z', 'Europe/London')).toBe(false)
})

test('within a day, all day, and never', () => {
  const lunch = { from: '12:00', until: '13:00', days: [5] }
  expect(isQuiet(lunch, 'Europe/Brussels', new Date('2026-11-20T11:30:00Z'))).toBe(true)
  expect(isQuiet(lunch, 'Europe/Brussels', new Date('2026-11-20T12:00:00Z'))).toBe(false)
  const sunday = { from: '00:00', until: '00:00', days: [7] }
  expect(isQuiet(sunday, 'Europe/Brussels', new Date('2026-11-22T15:00:00Z'))).toBe(true)
  expect(isQuiet(sunday, 'Europe/Brussels', new Date('2026-11-23T15:00:00Z'))).toBe(false)
  expect(isQuiet(null, 'Europe/Brussels', new Date())).toBe(false)
})
