import { expect, test } from 'vitest'
import { remindTimes } from './remind-times.ts'
import { wallClockAt } from './wall-clock.ts'

const zone = 'Europe/Brussels'
const offered = (now: string) =>
  remindTimes(new Date(now), zone).map(({ is, at }) => {
    const { date, time } = wallClockAt(at, zone)
    return `${is} ${date} ${time}`
  })

test('on a Wednesday afternoon all are offered, what comes first before', () => {
  expect(offered('2026-11-18T14:00:00Z')).toEqual([
    'tonight 2026-11-18 18:00',
    'tomorrow 2026-11-19 09:00',
    'in-3-days 2026-11-21 09:00',
    'monday 2026-11-23 09:00',
    'in-a-week 2026-11-25 09:00',
  ])
})

test('in the evening there is no tonight', () => {
  expect(offered('2026-11-18T17:00:00Z')[0]).toBe('tomorrow 2026-11-19 09:00')
})

test('no two are the same: on a Sunday Monday is tomorrow, on a Friday it is in three days', () => {
  expect(offered('2026-11-22T10:00:00Z').map((one) => one.split(' ')[0])).toEqual([
    'tonight',
    'tomorrow',
    'in-3-days',
    'in-a-week',
  ])
  expect(offered('2026-11-20T10:00:00Z').map((one) => one.split(' ')[0])).toEqual([
    'tonight',
    'tomorrow',
    'monday',
    'in-a-week',
  ])
  expect(offered('2026-11-23T10:00:00Z').map((one) => one.split(' ')[0])).toEqual([
    'tonight',
    'tomorrow',
    'in-3-days',
    'monday',
  ])
})

test('over the nights when the clocks change, morning stays nine o’clock', () => {
  const [, tomorrow] = remindTimes(new Date('2026-03-28T12:00:00Z'), zone)
  expect(tomorrow!.at.toISOString()).toBe('2026-03-29T07:00:00.000Z')
  const autumn = remindTimes(new Date('2026-10-24T12:00:00Z'), zone)
  expect(autumn[1]!.at.toISOString()).toBe('2026-10-25T08:00:00.000Z')
})

test('just before midnight in Brussels, tomorrow is not the day after', () => {
  expect(offered('2026-11-18T22:59:00Z')[0]).toBe('tomorrow 2026-11-19 09:00')
  expect(offered('2026-11-18T23:01:00Z')[0]).toBe('tonight 2026-11-19 18:00')
})
