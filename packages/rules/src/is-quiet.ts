/** Hours in which nobody wants to be told: from one clock time to another, across midnight where it ends before it begins. */
export interface QuietHours {
  /** `22:00` */
  from: string
  until: string
  /** The days on which it begins: 1 is Monday, 7 is Sunday. */
  days: readonly number[]
}

/** Whether these hours hold at an instant, by the clock of a time zone. */
export function isQuiet(quiet: QuietHours | null, timeZone: string, at: Date): boolean {
  if (!quiet) return false
  const { clock, day } = clockIn(timeZone, at)
  const dayBefore = day === 1 ? 7 : day - 1
  const { from, until, days } = quiet
  if (from < until) return days.includes(day) && clock >= from && clock < until
  return (days.includes(day) && clock >= from) || (days.includes(dayBefore) && clock < until)
}

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

function clockIn(timeZone: string, at: Date) {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at)
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  return { clock: `${part('hour')}:${part('minute')}`, day: weekdays.indexOf(part('weekday')) + 1 }
}
