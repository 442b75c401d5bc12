type Wall = { year: number; month: number; day: number; hour: number; minute: number; second: number }

/** When clocks of this zone show this; a zone nobody knows is taken to be the one most of our senders live in. */
export function instantIn(zone: string, { year, month, day, hour, minute, second }: Wall): string {
  const clock = clockOf(MICROSOFT.get(zone) ?? zone)
  const shown = Date.UTC(year, month - 1, day, hour, minute, second)
  // Twice, for the offset may be another one on the other side of a change of hour.
  let at = shown - offsetMs(clock, shown)
  at = shown - offsetMs(clock, at)
  return new Date(at).toISOString()
}

function clockOf(timeZone: string) {
  const options = {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  } as const
  const clockIn = (zone: string) => new Intl.DateTimeFormat('en-US', { ...options, hourCycle: 'h23', timeZone: zone })
  try {
    return clockIn(timeZone)
  } catch {
    return clockIn('Europe/Paris')
  }
}

function offsetMs(clock: Intl.DateTimeFormat, at: number) {
  const part = new Map(clock.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
  const of = (type: Intl.DateTimeFormatPartTypes) => part.get(type) ?? 0
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second')) - at
}

/** As Outlook names them, where it does not describe them. */
const MICROSOFT = new Map([
  ['Romance Standard Time', 'Europe/Paris'],
  ['W. Europe Standard Time', 'Europe/Amsterdam'],
  ['Central Europe Standard Time', 'Europe/Budapest'],
  ['Central European Standard Time', 'Europe/Warsaw'],
  ['GMT Standard Time', 'Europe/London'],
  ['Greenwich Standard Time', 'Atlantic/Reykjavik'],
  ['E. Europe Standard Time', 'Europe/Bucharest'],
  ['Morocco Standard Time', 'Africa/Casablanca'],
  ['UTC', 'UTC'],
  ['Eastern Standard Time', 'America/New_York'],
  ['Central Standard Time', 'America/Chicago'],
  ['Mountain Standard Time', 'America/Denver'],
  ['Pacific Standard Time', 'America/Los_Angeles'],
])
