import type { beginnings } from '@comptoir/contract/filters'

/** The instant a day, or one of the words for a beginning, starts at where the business is. */
export function startOf(said: string, timeZone: string, now = Temporal.Now.instant()): string {
  return asInstant(dayOf(said, now.toZonedDateTimeISO(timeZone).toPlainDate()), timeZone)
}

/** The instant the day after starts at. */
export function endOf(day: string, timeZone: string): string {
  return asInstant(Temporal.PlainDate.from(day).add({ days: 1 }), timeZone)
}

function dayOf(said: string, today: Temporal.PlainDate): Temporal.PlainDate {
  switch (said as (typeof beginnings)[number]) {
    case 'today':
      return today
    case 'yesterday':
      return today.subtract({ days: 1 })
    case 'week':
      return today.subtract({ days: today.dayOfWeek - 1 })
    case 'month':
      return today.with({ day: 1 })
    default:
      return Temporal.PlainDate.from(said)
  }
}

// With the microseconds every other instant has, for they sort as text.
function asInstant(day: Temporal.PlainDate, timeZone: string) {
  return day.toZonedDateTime(timeZone).toInstant().toString({ smallestUnit: 'microsecond' })
}
