import ICAL from 'ical.js'
import type { CalendarCard } from '@comptoir/contract/timeline'
import { cleanLine } from './clean-text.ts'
import { instantIn } from './instant-in.ts'
import { decodeCharset } from './mime/decode-charset.ts'
import type { MailAttachment } from './parsed-mail.ts'

/** The first event of the first calendar among the files of a mail; what cannot be read stays a file and no more. */
export function readCalendar(attachments: MailAttachment[]): CalendarCard | null {
  const file = attachments.find(
    ({ mediaType, name, stored }) =>
      stored === null && (CALENDARS.has(mediaType) || (/\.ics$/i.test(name ?? '') && !mediaType.startsWith('image/'))),
  )
  if (!file) return null
  try {
    return cardOf(new ICAL.Component(ICAL.parse(decodeCharset(file.bytes))))
  } catch {
    return null
  }
}

function cardOf(calendar: ICAL.Component): CalendarCard | null {
  const event = calendar.getFirstSubcomponent('vevent')
  const method = METHODS.get(String(calendar.getFirstPropertyValue('method') ?? 'publish').toLowerCase())
  if (!event || !method) return null
  const isCancelled = event.getFirstPropertyValue('status') === 'CANCELLED'
  const { startDate, endDate } = new ICAL.Event(event)
  return {
    method: isCancelled ? 'cancel' : method,
    summary: cleanLine(textOf(event, 'summary'), 300),
    startsAt: startDate ? momentOf(startDate, zoneOf(event, 'dtstart')) : null,
    endsAt: endDate ? endOf(endDate, zoneOf(event, 'dtend') || zoneOf(event, 'dtstart')) : null,
    location: cleanLine(textOf(event, 'location'), 300),
    organizer: personOf(event.getFirstProperty('organizer')),
    answer: method === 'reply' ? answerOf(event) : null,
  }
}

function textOf(event: ICAL.Component, name: string) {
  const value = event.getFirstPropertyValue(name)
  return typeof value === 'string' ? value : ''
}

function zoneOf(event: ICAL.Component, name: string) {
  return String(event.getFirstProperty(name)?.getFirstParameter('tzid') ?? '')
}

function momentOf(time: ICAL.Time, zone: string): string {
  if (time.isDate) return time.toString().slice(0, 10)
  const isResolved = time.zone !== ICAL.Timezone.localTimezone || time.zone === ICAL.Timezone.utcTimezone
  if (isResolved) return time.toJSDate().toISOString()
  const { year, month, day, hour, minute, second } = time
  return instantIn(zone, { year, month, day, hour, minute, second })
}

// A day that ends an event is the first one after it.
function endOf(time: ICAL.Time, zone: string) {
  if (!time.isDate) return momentOf(time, zone)
  const last = time.clone()
  last.adjust(-1, 0, 0, 0)
  return last.toString().slice(0, 10)
}

function personOf(property: ICAL.Property | null) {
  const name = property?.getFirstParameter('cn')
  return cleanLine(name || String(property?.getFirstValue() ?? '').replace(/^mailto:/i, ''), 200)
}

function answerOf(event: ICAL.Component) {
  return (
    ANSWERS.get(String(event.getFirstProperty('attendee')?.getFirstParameter('partstat') ?? '').toLowerCase()) ?? null
  )
}

const CALENDARS = new Set(['text/calendar', 'application/ics'])
const METHODS = new Map<string, CalendarCard['method']>([
  ['request', 'request'],
  ['add', 'request'],
  ['reply', 'reply'],
  ['counter', 'reply'],
  ['cancel', 'cancel'],
  ['publish', 'publish'],
])
const ANSWERS = new Map<string, CalendarCard['answer']>([
  ['accepted', 'accepted'],
  ['declined', 'declined'],
  ['tentative', 'tentative'],
])
