import { expect, test } from 'vitest'
import { instantAt, leavingTimes, wallClock } from './leaving-times.ts'

const zone = 'Europe/Brussels'
const seen = (now: string) =>
  leavingTimes(new Date(now), zone).map(({ name, at }) => `${name} ${wallClock(at, zone).replace('T', ' ')}`)

test('on a Friday morning one may wait until the evening, tomorrow or Monday', () => {
  expect(seen('2026-11-20T09:00:00Z')).toEqual([
    'tonight 2026-11-20 18:00',
    'tomorrow_morning 2026-11-21 08:00',
    'tomorrow_afternoon 2026-11-21 14:00',
    'monday_morning 2026-11-23 08:00',
  ])
})

test('late on a Sunday the evening is over, and Monday is tomorrow', () => {
  expect(seen('2026-11-22T22:30:00Z')).toEqual([
    'tomorrow_morning 2026-11-23 08:00',
    'tomorrow_afternoon 2026-11-23 14:00',
  ])
})

test('on a Monday the next one is in a week', () => {
  expect(seen('2026-11-23T09:00:00Z')).toContain('monday_morning 2026-11-30 08:00')
})

test('eight o’clock is eight o’clock also when the clocks changed at night', () => {
  expect(instantAt('2026-10-25T08:00', zone).toISOString()).toBe('2026-10-25T07:00:00.000Z')
  expect(instantAt('2026-10-24T08:00', zone).toISOString()).toBe('2026-10-24T06:00:00.000Z')
  expect(instantAt('2026-03-29T02:30', zone).toISOString()).toBe('2026-03-29T01:30:00.000Z')
})
