import { readWorkspace } from '@comptoir/db/db'
import type { StaffEvent } from '@comptoir/contract/events'
import type { Counts } from '@comptoir/contract/inbox'
import type { EventsPage } from '@comptoir/contract/realtime'
import { applyToCounts } from '@comptoir/wire/apply/inbox'
import { expect } from 'vitest'
import { asPerson } from '../../testing/as-person.ts'
import type { TestServer } from '../../testing/open-test-server.ts'
import type { Person } from '../../testing/people.ts'
import { currentSeq } from '../current-seq.ts'
import { eventsAfter } from '../events-after.ts'
import { movesCounts } from '../push-counts.ts'
import type { Slice } from './slice.ts'
import { slicesOf, type Looking } from './slices.ts'

/**
 * Old state + events = fresh state: what this person's screens hold, moved by what they hear while `act` runs,
 * equals what they would now read. Answers what `act` answers.
 */
export async function expectLive<T>(
  test: TestServer,
  person: Person,
  looking: Looking,
  act: () => Promise<T>,
): Promise<T> {
  const held = await whileQuiet(test, person, async (from) => ({
    from,
    slices: await Promise.all(slicesOf(person, looking).map(hold)),
    counts: await countsFor(person),
  }))
  const result = await act()
  const { counts, wereMoved, slices } = await whileQuiet(test, person, async () => {
    const heard = await heardAfter(person, held.from)
    return {
      slices: await Promise.all(held.slices.map((follow) => follow(heard))),
      counts: await countsFor(person),
      wereMoved: await wereCountsMoved(test, person, held.from),
    }
  })
  for (const { name, live, fresh } of slices) expect(live, name).toEqual(fresh)
  expect(numbers(applyToCounts(held.counts, wereMoved ? counts : held.counts)), 'the counts').toEqual(numbers(counts))
  return result
}

/** Delivery goes on beside a test: what is read belongs together only when no fact came meanwhile. */
async function whileQuiet<T>(test: TestServer, person: Person, read: (seq: number) => Promise<T>): Promise<T> {
  for (;;) {
    const before = await seqOf(test, person)
    const what = await read(before)
    if ((await seqOf(test, person)) === before) return what
  }
}

/** Holds a slice as a screen does; answers how it looks after what was heard, and how it should. */
async function hold<State>(slice: Slice<State>) {
  const old: State | null = await slice.read()
  return async (events: StaffEvent[]) => {
    let state = old
    for (const event of events) {
      const isNew = state === null && bringsBack.has(event.name)
      const after = event.name === 'resync' || isNew ? 'stale' : state && slice.apply(state, event)
      state = after === 'stale' ? await slice.read() : after
    }
    const whole: State | null = await (slice.whole ?? slice.read)()
    const [live, fresh] = state && whole ? slice.pair(state, whole) : [state, whole]
    return { name: slice.name, live, fresh }
  }
}

/** What may show again what was not there to see. */
const bringsBack = new Set<string>([
  'access.granted',
  'inbox.conversations_changed',
  'inbox.conversation_rearranged',
] satisfies StaffEvent['name'][])

async function heardAfter(person: Person, from: number): Promise<StaffEvent[]> {
  const events: StaffEvent[] = []
  for (let after = from, more = true; more;) {
    const { body: page } = await asPerson(person).get<EventsPage>(`/events?after=${after}`)
    if (page.is === 'resync') throw new Error('the log no longer reaches back')
    events.push(...(page.events as StaffEvent[]))
    after = page.through
    more = page.more
  }
  return events
}

async function wereCountsMoved({ server }: TestServer, { workspaceId }: Person, from: number) {
  const events = await readWorkspace(server.db, workspaceId, (tx) => eventsAfter(tx, workspaceId, from))
  return events.some((event) => movesCounts.has(event.name) || event.name === 'resync')
}

function seqOf({ server }: TestServer, { workspaceId }: Person) {
  return readWorkspace(server.db, workspaceId, (tx) => currentSeq(tx, workspaceId))
}

async function countsFor(person: Person) {
  const { body } = await asPerson(person).get<Counts>('/inbox/counts')
  return body
}

function numbers(counts: Counts) {
  return { ...counts, seq: null }
}
