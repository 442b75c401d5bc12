/** What calendar and clock on a wall show: a date as 2026-11-17 and a time as 09:00. */
export interface WallClock {
  date: string
  time: string
}

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs

/** What the clock on the wall of a time zone (IANA name) shows at an instant. */
export function wallClockAt(at: Date, timeZone: string): WallClock {
  const { year, month, day, hour, minute } = partsOf(at, timeZone)
  return { date: `${year}-${month}-${day}`, time: `${hour}:${minute}` }
}

/**
 * When the clock on the wall of a time zone shows this. A time that is skipped in spring is as much later as was
 * skipped; of one that comes twice in autumn it is the first. (RFC 5545 §3.3.5)
 */
export function instantAt({ date, time }: WallClock, timeZone: string): Date {
  const asIfUtc = Date.parse(`${date}T${time}:00Z`)
  const before = asIfUtc - offsetMs(asIfUtc - dayMs, timeZone)
  const after = asIfUtc - offsetMs(asIfUtc + dayMs, timeZone)
  // Where no clock is changed both are the same.
  const [first, last] = before < after ? [before, after] : [after, before]
  if (shows(first)) return new Date(first)
  if (shows(last)) return new Date(last)
  return new Date(before)

  function shows(ms: number) {
    return ms + offsetMs(ms, timeZone) === asIfUtc
  }
}

/** A date so many days later; earlier where negative. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)
}

/** The day of the week of a date: 1 is Monday, 7 Sunday. (ISO 8601) */
export function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7
}

/** How far the clock is before UTC. */
function offsetMs(atMs: number, timeZone: string) {
  const { year, month, day, hour, minute } = partsOf(new Date(atMs), timeZone)
  const shown = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:00Z`)
  return shown - Math.floor(atMs / minuteMs) * minuteMs
}

type Part = 'year' | 'month' | 'day' | 'hour' | 'minute'
const clocks = new Map<string, Intl.DateTimeFormat>()

function partsOf(at: Date, timeZone: string): Record<Part, string> {
  let clock = clocks.get(timeZone)
  if (!clock) {
    const two = '2-digit'
    clock = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      year: 'numeric',
      month: two,
      day: two,
      hour: two,
      minute: two,
      hourCycle: 'h23',
    })
    clocks.set(timeZone, clock)
  }
  return Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, value])) as Record<Part, string>
}
