import type { StaffEvent } from '@comptoir/contract/events'
import { createFetched, type Fetched } from './create-fetched.ts'
import { useWorkspace } from './workspace-context.ts'

/**
 * A part of the state, fetched with the number it was true at and kept up to date: events heard while it was being
 * fetched are applied after it, those it already holds are not. `apply` answers the new state and changes nothing.
 */
export function createSlice<Key, Slice extends { seq: number }>(
  key: () => Key,
  fetch: (key: Key) => Promise<Slice>,
  apply: (slice: Slice, event: StaffEvent) => Slice,
): Fetched<Slice> {
  const { events } = useWorkspace()
  const inFlight = new Set<StaffEvent[]>()

  const fetched = createFetched(key, async (of) => {
    const heard: StaffEvent[] = []
    inFlight.add(heard)
    try {
      const slice = await fetch(of)
      return heard.reduce(applied, slice)
    } finally {
      inFlight.delete(heard)
    }
  })

  function applied(slice: Slice, event: StaffEvent): Slice {
    return event.seq > slice.seq ? { ...apply(slice, event), seq: event.seq } : slice
  }

  events.listen((event) => {
    for (const heard of inFlight) heard.push(event)
    fetched.change((slice) => applied(slice, event))
  })
  events.onResync(fetched.retry)
  return fetched
}
