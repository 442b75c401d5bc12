import { addDays } from './wall-clock.ts'

/** A country whose public holidays are known. */
export type HolidayCountry = 'FR' | 'BE'

/**
 * The public holidays of a year, as dates in order. France: article L3133-1 of the Code du travail. Belgium: article 1
 * of the royal decree of 18 April 1974.
 */
export function publicHolidays(year: number, country: HolidayCountry): string[] {
  const easter = easterSunday(year)
  const moving = [addDays(easter, 1), addDays(easter, 39), addDays(easter, 50)]
  return [...fixed[country].map((day) => `${year}-${day}`), ...moving].sort()
}

/** Whether a date is a public holiday there. */
export function isPublicHoliday(date: string, country: HolidayCountry): boolean {
  return holidaysOf(Number(date.slice(0, 4)), country).has(date)
}

const fixed = {
  FR: ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'],
  BE: ['01-01', '05-01', '07-21', '08-15', '11-01', '11-11', '12-25'],
} as const satisfies Record<HolidayCountry, string[]>

/** Easter Sunday of the Gregorian calendar, as a date. (Meeus, Jones, Butcher) */
export function easterSunday(year: number): string {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3)
  const h = (19 * a + d + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return new Date(Date.UTC(year, Math.floor(n / 31) - 1, (n % 31) + 1)).toISOString().slice(0, 10)
}

const known = new Map<string, Set<string>>()

function holidaysOf(year: number, country: HolidayCountry): Set<string> {
  const key = `${country} ${year}`
  const found = known.get(key) ?? new Set(publicHolidays(year, country))
  known.set(key, found)
  return found
}
