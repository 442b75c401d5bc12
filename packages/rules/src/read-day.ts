import { plainLetters } from './plain-words.ts'

/**
 * The day somebody means, as an ISO date: `2026-11-12`, `12/11/2026`, `12/11` (the last one), `11/2026`, `2026`, and
 * today and yesterday in three languages. A month or a year is its first day. Undefined where it is no day.
 */
export function readDay(said: string, today: string): string | undefined {
  const word = plainLetters(said).replaceAll(/[^a-z]/g, '')
  if (['aujourdhui', 'today', 'vandaag'].includes(word)) return today
  if (['hier', 'yesterday', 'gisteren'].includes(word)) return plusDays(today, -1)
  const [, year = '', month = '1', day = '1'] = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(said) ?? []
  if (year) return asDay(year, month, day)
  const parts = said.split(/[/.-]/)
  if (!parts.every((part) => /^\d{1,4}$/.test(part))) return undefined
  const [first = '', second = '', third] = parts
  if (parts.length === 3) return asDay(third!.length === 2 ? `20${third}` : third!, second, first)
  if (parts.length !== 2) return undefined
  if (second.length === 4) return asDay(second, first, '1')
  const thisYear = asDay(today.slice(0, 4), second, first)
  return thisYear && thisYear > today ? asDay(String(Number(today.slice(0, 4)) - 1), second, first) : thisYear
}

function asDay(year: string, month: string, day: string): string | undefined {
  const iso = `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${iso}T00:00:00Z`)
  // The 31st of November is no day.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : undefined
}

function plusDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}
