import type { OpeningHours } from '@comptoir/contract/settings'
import { expect, test } from 'vitest'
import { dayMinutes, waitedMinutes } from './waited-for.ts'

const morning = { from: '09:00', to: '12:00' }
const afternoon = { from: '14:00', to: '18:00' }
const week: OpeningHours = {
  days: [...Array.from({ length: 5 }, () => [morning, afternoon]), [morning], []],
  closedOn: 'BE',
}
const waited = (since: string, now: string, hours: OpeningHours | null = week) =>
  waitedMinutes(new Date(since), new Date(now), hours, 'Europe/Brussels')

test('without opening hours all the time counts', () => {
  expect(waited('2026-11-20T16:00:00Z', '2026-11-23T08:30:00Z', null)).toBe(64 * 60 + 30)
  expect(waited('2026-11-20T16:00:00Z', '2026-11-20T15:00:00Z', null)).toBe(0)
})

test('who writes on Friday at five has waited two hours and a half on Monday at half past nine, Saturday not counted twice', () => {
  // Friday 17:00 to 18:00, Saturday 9:00 to 12:00, Monday 9:00 to 9:30.
  expect(waited('2026-11-20T16:00:00Z', '2026-11-23T08:30:00Z')).toBe(60 + 180 + 30)
})

test('at lunch and at night nobody waits', () => {
  expect(waited('2026-11-18T11:10:00Z', '2026-11-18T12:50:00Z')).toBe(0)
  expect(waited('2026-11-18T18:00:00Z', '2026-11-19T07:30:00Z')).toBe(0)
})

test('a public holiday does not count where it is one', () => {
  // Wednesday 11 November is one in both countries, 21 July in Belgium alone.
  expect(waited('2026-11-10T17:00:00Z', '2026-11-12T09:00:00Z')).toBe(60)
  expect(waited('2026-07-20T16:00:00Z', '2026-07-22T08:00:00Z')).toBe(60)
  expect(waited('2026-07-20T16:00:00Z', '2026-07-22T08:00:00Z', { ...week, closedOn: 'FR' })).toBe(60 + 7 * 60)
})

test('over the Sunday when the clocks change, Monday morning is Monday morning', () => {
  expect(waited('2026-03-27T17:00:00Z', '2026-03-30T08:00:00Z')).toBe(180 + 60)
  expect(waited('2026-10-23T16:00:00Z', '2026-10-26T09:00:00Z')).toBe(180 + 60)
})

test('a day of waiting is as long as the longest day it is open', () => {
  expect([dayMinutes(week), dayMinutes(null), dayMinutes({ days: [], closedOn: 'none' })]).toEqual([420, 1440, 1440])
})
