export interface LeavingTime {
  name: 'tonight' | 'tomorrow_morning' | 'tomorrow_afternoon' | 'monday_morning'
  at: Date
}

/**
 * When one would rather have a message leave, seen from a moment in a time zone: this evening at six while it is
 * before five, tomorrow at eight and at two, next Monday at eight where that is not tomorrow.
 */
export function leavingTimes(now: Date, timeZone: string): LeavingTime[] {
  const here = wallClock(now, timeZone)
  const dayOfWeek = new Date(`${here.slice(0, 10)}T00:00Z`).getUTCDay()
  const untilMonday = (8 - dayOfWeek) % 7 || 7
  const at = (days: number, time: string) => instantAt(`${dayAfter(here, days)}T${time}`, timeZone)
  return [
    ...(here.slice(11, 13) < '17' ? [{ name: 'tonight' as const, at: at(0, '18:00') }] : []),
    { name: 'tomorrow_morning', at: at(1, '08:00') },
    { name: 'tomorrow_afternoon', at: at(1, '14:00') },
    ...(untilMonday > 1 ? [{ name: 'monday_morning' as const, at: at(untilMonday, '08:00') }] : []),
  ]
}

/** What the clock on the wall shows, as a field for date and time has it: 2026-11-23T08:00. */
export function wallClock(instant: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(instant)
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? ''
  return `${of('year')}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}`
}

/** The instant at which the clock on the wall shows this; where it never does, in spring, an hour later. */
export function instantAt(wall: string, timeZone: string): Date {
  const wanted = Date.parse(`${wall}Z`)
  let guess = wanted
  // The second look is right on the days when the clocks change.
  for (let look = 0; look < 2; look++) guess += wanted - Date.parse(`${wallClock(new Date(guess), timeZone)}Z`)
  return new Date(guess)
}

function dayAfter(wall: string, days: number): string {
  const day = new Date(`${wall.slice(0, 10)}T00:00Z`)
  day.setUTCDate(day.getUTCDate() + days)
  return day.toISOString().slice(0, 10)
}
