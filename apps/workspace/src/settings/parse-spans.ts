import type { OpeningHours } from '@comptoir/contract/settings'

type Spans = OpeningHours['days'][number]

/** Spans of a day as people write them: « 9h-12h30, 14:00-18:00 ». Null where it cannot be read; empty is closed. */
export function parseSpans(text: string): Spans | null {
  const words = text.trim()
  if (words === '') return []
  const spans = words
    .split(/\s*(?:[,;]|\bet\b|\ben\b|\band\b)\s*/)
    .map((one) => one.split(/\s*[-–—]\s*/).map(parseTime))
  const isSound = spans.every((times) => times.length === 2 && times.every((time) => time !== null))
  return isSound ? spans.map(([from, to]) => ({ from: from!, to: to! })) : null
}

/** « 09:00-12:30, 14:00-18:00 » */
export function writeSpans(spans: Spans): string {
  return spans.map(({ from, to }) => `${from}-${to}`).join(', ')
}

function parseTime(word: string): string | null {
  const [, hour, minute = '00'] = /^(\d{1,2})(?:\s*[h:u.]\s*(\d{2})?)?$/i.exec(word.trim()) ?? []
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return null
  return `${hour.padStart(2, '0')}:${minute}`
}
