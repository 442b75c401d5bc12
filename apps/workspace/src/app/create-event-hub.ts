import { onCleanup } from 'solid-js'
import type { StaffEvent } from '@comptoir/contract/events'

/** Where the live line hands over what it hears, to every screen that is open: everything after `since`, in order. */
export function createEventHub(since: number) {
  const listeners = new Set<(event: StaffEvent) => void>()
  const reloaders = new Set<() => void>()
  return {
    /** Hears each event, in order, for as long as the component lives. */
    listen(apply: (event: StaffEvent) => void) {
      listeners.add(apply)
      onCleanup(() => listeners.delete(apply))
    },
    /** Called when what is shown can no longer be brought up to date: fetch it again. */
    onResync(reload: () => void) {
      reloaders.add(reload)
      onCleanup(() => reloaders.delete(reload))
    },
    /** What was read before this number was reached lacks what nobody will tell: it must be read again. */
    since: () => since,
    tell: (event: StaffEvent) => listeners.forEach((apply) => apply(event)),
    /** All is told anew from a later number on. */
    resync(from: number) {
      since = from
      reloaders.forEach((reload) => reload())
    },
  }
}

export type EventHub = ReturnType<typeof createEventHub>
