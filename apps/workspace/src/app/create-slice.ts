import type { StaffEvent } from '@comptoir/contract/events'
import { createFetched, type Fetched } from './create-fetched.ts'
import { useWorkspace } from './workspace-context.ts'

/**
 * A part of the state, fetched with the number it was true at and kept up to date: what is heard while it is being
 * fetched is applied after it. `apply` answers the new state and ignores events at or below its number.
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
      return heard.reduce(apply, slice)
    } finally {
      inFlight.delete(heard)
    }
  })

  events.listen((event) => {
    for (const heard of inFlight) heard.push(event)
    fetched.change((slice) => apply(slice, event))
  })
  events.onResync(fetched.retry)
  return fetched
}
