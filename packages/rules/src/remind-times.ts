import { addDays, instantAt, wallClockAt, weekdayOf } from './wall-clock.ts'

/** A time people often want to be reminded at. */
export interface RemindTime {
  is: 'tonight' | 'tomorrow' | 'monday' | 'in-3-days' | 'in-a-week'
  at: Date
}

const evening = '18:00'
const morning = '09:00'
const monday = 1

/** Those that make sense now, in their order, by the clock of the business; no two are the same. */
export function remindTimes(now: Date, timeZone: string): RemindTime[] {
  const { date, time } = wallClockAt(now, timeZone)
  const tomorrow = addDays(date, 1)
  const nextMonday = addDays(date, 8 - weekdayOf(date))
  const times: [RemindTime['is'], string, string, boolean][] = [
    ['tonight', date, evening, time < evening],
    ['tomorrow', tomorrow, morning, true],
    ['monday', nextMonday, morning, weekdayOf(tomorrow) !== monday],
    ['in-3-days', addDays(date, 3), morning, addDays(date, 3) !== nextMonday],
    ['in-a-week', addDays(date, 7), morning, weekdayOf(date) !== monday],
  ]
  return times
    .filter(([, , , makesSense]) => makesSense)
    .map(([is, on, at]) => ({ is, at: instantAt({ date: on, time: at }, timeZone) }))
    .sort((a, b) => a.at.getTime() - b.at.getTime())
}
