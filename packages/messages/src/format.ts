import { intlLocale, lazily, numberWriter, type Locale } from './translate.ts'

/**
 * How one person reads dates, numbers and money. Without a time zone it is that of the machine; `present` tells what is
 * today where nobody says it.
 */
export function formatter(locale: Locale, timeZone: string | undefined, present = () => new Date()) {
  const language = intlLocale(locale)
  const date = (options: Intl.DateTimeFormatOptions) =>
    lazily(() => new Intl.DateTimeFormat(language, { timeZone, ...options }))
  const weekday = date({ weekday: 'short', day: 'numeric', month: 'short' })
  const withYear = date({ day: 'numeric', month: 'short', year: 'numeric' })
  // A date is read as midnight in Greenwich: west of it, the zone of the business would say the day before.
  const anywhere = date({ day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
  const day = date({ weekday: 'long', day: 'numeric', month: 'long' })
  const long = date({ dateStyle: 'long' })
  const full = date({ dateStyle: 'full', timeStyle: 'short' })
  const moment = date({ weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' })
  const relative = lazily(() => new Intl.RelativeTimeFormat(language, { numeric: 'auto' }))
  const number = numberWriter(locale)

  const read = clockIn(timeZone)
  const daysAgo = (at: Date, now: Date) => read(now).day - read(at).day

  return {
    /** 14:17 */
    time: (instant: string) => read(new Date(instant)).clock,
    /** Short, for a list: 14:17, hier, demain, lun. 16 nov., 3 févr. 2025 */
    when(instant: string, now = present()) {
      const at = new Date(instant)
      const days = daysAgo(at, now)
      if (days === 0) return read(at).clock
      if (Math.abs(days) === 1) return relative().format(-days, 'day')
      return (Math.abs(days) < 300 ? weekday() : withYear()).format(at)
    },
    /** A day of a conversation: Aujourd’hui, Hier, Mardi 17 novembre */
    day(instant: string, now = present()) {
      const at = new Date(instant)
      const days = daysAgo(at, now)
      if (days === 0 || days === 1) return capitalised(relative().format(-days || 0, 'day'))
      return capitalised((days < 300 ? day() : long()).format(at))
    },
    /** mardi 17 novembre 2026 à 14:17 */
    full: (instant: string) => full().format(new Date(instant)),
    /** Day and time in short: 14:17, lun. 16 nov., 14:17 */
    moment(instant: string, now = present()) {
      const at = new Date(instant)
      return daysAgo(at, now) === 0 ? read(at).clock : moment().format(at)
    },
    /** 17 novembre 2026 */
    longDate: (instant: string) => long().format(new Date(instant)),
    /** 17 nov. 2026 */
    date: (instant: string) => withYear().format(new Date(instant)),
    /** 17 nov. 2026 of 2026-11-17, a day that has no time and is the same everywhere. */
    wholeDay: (day: string) => anywhere().format(new Date(day)),
    number,
    /** 1 126,68 € from cents. */
    money: (cents: number, currency = 'EUR') =>
      new Intl.NumberFormat(language, { style: 'currency', currency }).format(cents / 100),
    /** 1,2 Mo */
    bytes(size: number) {
      const units = locale === 'fr' ? ['o', 'ko', 'Mo', 'Go'] : ['B', 'kB', 'MB', 'GB']
      const step = Math.min(3, Math.floor(Math.log10(Math.max(size, 1)) / 3))
      const value = size / 1000 ** step
      return `${number(value < 10 && step > 0 ? Math.round(value * 10) / 10 : Math.round(value))}\u202f${units[step]}`
    },
  }
}

/** What calendar and clock show at an instant: days since 1970, and 14:17. */
function clockIn(timeZone: string | undefined): (at: Date) => { day: number; clock: string } {
  // The first formatter of a page takes ten times as long as all the rest of a list.
  if ('Temporal' in globalThis) {
    const zone = lazily(() => timeZone ?? Temporal.Now.timeZoneId())
    return (at) => {
      const { year, month, day, hour, minute } = Temporal.Instant.fromEpochMilliseconds(
        at.getTime(),
      ).toZonedDateTimeISO(zone())
      return { day: Date.UTC(year, month - 1, day) / dayMs, clock: `${twoDigits(hour)}:${twoDigits(minute)}` }
    }
  }
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const
  const format = lazily(() => new Intl.DateTimeFormat('en-GB', { timeZone, ...parts, hourCycle: 'h23' }))
  return (at) => {
    const found = Object.fromEntries(
      format()
        .formatToParts(at)
        .map(({ type, value }) => [type, value]),
    )
    const day = Date.UTC(Number(found['year']), Number(found['month']) - 1, Number(found['day'])) / dayMs
    return { day, clock: `${found['hour']}:${found['minute']}` }
  }
}

const dayMs = 86_400_000
const twoDigits = (value: number) => String(value).padStart(2, '0')

export type Formatter = ReturnType<typeof formatter>

function capitalised(text: string) {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1)
}
