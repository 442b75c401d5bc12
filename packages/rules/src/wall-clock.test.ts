import { expect, test } from 'vitest'
import { addDays, instantAt, wallClockAt, weekdayOf } from './wall-clock.ts'

const brussels = 'Europe/Brussels'
const at = (date: string, time: string) => instantAt({ date, time }, brussels).toISOString()

test('nine o’clock is an hour apart in winter and in summer', () => {
  expect(at('2026-01-15', '09:00')).toBe('2026-01-15T08:00:00.000Z')
  expect(at('2026-07-15', '09:00')).toBe('2026-07-15T07:00:00.000Z')
})

test('on the Sunday in March when an hour is skipped, half past two is half past three', () => {
  expect(at('2026-03-29', '01:30')).toBe('2026-03-29T00:30:00.000Z')
  expect(at('2026-03-29', '02:30')).toBe('2026-03-29T01:30:00.000Z')
  expect(wallClockAt(new Date('2026-03-29T01:30:00Z'), brussels)).toEqual({ date: '2026-03-29', time: '03:30' })
  expect(at('2026-03-29', '09:00')).toBe('2026-03-29T07:00:00.000Z')
})

test('on the Sunday in October when an hour comes twice, half past two is the first one', () => {
  expect(at('2026-10-25', '02:30')).toBe('2026-10-25T00:30:00.000Z')
  expect(at('2026-10-25', '03:30')).toBe('2026-10-25T02:30:00.000Z')
  expect(at('2026-10-25', '09:00')).toBe('2026-10-25T08:00:00.000Z')
})

test('what the wall shows comes back as the same instant, all year round and far away', () => {
  for (const zone of [brussels, 'America/Guadeloupe', 'Pacific/Noumea', 'Australia/Lord_Howe']) {
    for (let day = 0; day < 365; day++) {
      const instant = new Date(Date.UTC(2026, 0, 1 + day, 12, 5))
      expect(instantAt(wallClockAt(instant, zone), zone)).toEqual(instant)
    }
  }
})

test('days are counted over the ends of months, and Sunday is the seventh', () => {
  expect(addDays('2026-02-27', 2)).toBe('2026-03-01')
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
  expect([weekdayOf('2026-11-22'), weekdayOf('2026-11-23')]).toEqual([7, 1])
})
