import type { EventsPage, LoggedEvent } from '@comptoir/contract/realtime'
import { asPerson } from './as-person.ts'
import type { Person } from './people.ts'

/** All the facts the screen of this person would be told after a number. */
export async function eventsHeardBy(person: Person, after = 0): Promise<LoggedEvent[]> {
  const { body } = await asPerson(person).get<EventsPage>(`/events?after=${after}`)
  if (body.is === 'resync') throw new Error('the log no longer reaches that far')
  return body.more ? [...body.events, ...(await eventsHeardBy(person, body.through))] : body.events
}
