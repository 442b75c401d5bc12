import type { OpeningHours } from '@comptoir/contract/settings'
import { isPublicHoliday } from './public-holidays.ts'
import { addDays, wallClockAt, weekdayOf } from './wall-clock.ts'

/**
 * For how many minutes somebody has waited: those of the opening hours where the business has told them, else all.
 * Counted on the clock of its wall, so that an hour skipped or repeated at night while it is open is not seen.
 */
export function waitedMinutes(since: Date, now: Date, hours: OpeningHours | null, timeZone: string): number {
  const all = Math.max(0, Math.floor((now.getTime() - since.getTime()) / 60_000))
  if (!hours || all === 0) return all
  const [from, to] = [wallClockAt(since, timeZone), wallClockAt(now, timeZone)]
  let minutes = 0
  for (let date = from.date; date <= to.date; date = addDays(date, 1)) {
    const begins = date === from.date ? minutesOf(from.time) : 0
    const ends = date === to.date ? minutesOf(to.time) : 24 * 60
    for (const span of spansOn(date, hours))
      minutes += Math.max(0, Math.min(ends, minutesOf(span.to)) - Math.max(begins, minutesOf(span.from)))
  }
  return minutes
}

/** How long a day is that somebody waits for: a whole one, or the longest that the business is open. */
export function dayMinutes(hours: OpeningHours | null): number {
  const open = (hours?.days ?? []).map((spans) =>
    spans.reduce((sum, { from, to }) => sum + minutesOf(to) - minutesOf(from), 0),
  )
  return Math.max(...open, 0) || 24 * 60
}

function spansOn(date: string, { days, closedOn }: OpeningHours) {
  if (closedOn !== 'none' && isPublicHoliday(date, closedOn)) return []
  return days[weekdayOf(date) - 1] ?? []
}

function minutesOf(time: string) {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}
