import { expect, test } from 'vitest'
import { easterSunday, isPublicHoliday, publicHolidays } from './public-holidays.ts'

test('Easter falls where the calendar has it', () => {
  const known = ['2024-03-31', '2025-04-20', '2026-04-05', '2027-03-28', '2038-04-25', '2285-03-22']
  expect(known.map((date) => easterSunday(Number(date.slice(0, 4))))).toEqual(known)
})

test('France has eleven public holidays, Belgium ten', () => {
  expect(publicHolidays(2026, 'FR')).toEqual([
    '2026-01-01',
    '2026-04-06',
    '2026-05-01',
    '2026-05-08',
    '2026-05-14',
    '2026-05-25',
    '2026-07-14',
    '2026-08-15',
    '2026-11-01',
    '2026-11-11',
    '2026-12-25',
  ])
  expect(publicHolidays(2026, 'BE')).toEqual([
    '2026-01-01',
    '2026-04-06',
    '2026-05-01',
    '2026-05-14',
    '2026-05-25',
    '2026-07-21',
    '2026-08-15',
    '2026-11-01',
    '2026-11-11',
    '2026-12-25',
  ])
})

test('the fourteenth of July is a working day in Belgium', () => {
  expect([isPublicHoliday('2026-07-14', 'FR'), isPublicHoliday('2026-07-14', 'BE')]).toEqual([true, false])
})
