import type { EventsPage, LoggedEvent } from '@comptoir/contract/realtime'
import { keepConnected, type FollowedSocket } from './keep-connected.ts'
import { makeBackoff } from './make-backoff.ts'
import type { watchPage } from './watch-page.ts'

/** `offline`: this device has no network. `reconnecting`: what is shown may be old. */
export type LiveState = 'live' | 'reconnecting' | 'offline'

export interface Following {
  socket: FollowedSocket
  /** Reads the state afresh and answers the number it was true at: the first load, and every resync. */
  load: () => Promise<number>
  /** A page of what happened after a number. */
  eventsAfter: (seq: number) => Promise<EventsPage>
  onEvent: (event: LoggedEvent) => void
  onState: (state: LiveState) => void
  watch?: typeof watchPage
  /** 0 to 1: spreads the attempts of many screens. */
  random?: () => number
}

/**
 * Gives every event once and in order, whatever the cuts: live events are held while what was missed is fetched.
 * Never gives up. Answers how to stop.
 */
export function followEvents({ socket, load, eventsAfter, onEvent, onState, ...given }: Following): () => void {
  const backoff = makeBackoff(given.random ?? Math.random)
  let last: number | null = null
  let loading: Promise<number> | undefined
  let held: LoggedEvent[] | null = []
  // Whatever belongs to an earlier round than this one is too late to count.
  let round = 0
  let shown: LiveState | undefined

  const line = keepConnected({ ...given, socket, onOpen: () => void join(), onLost, onOffline: () => show('offline') })
  socket.on('event', hearLive)
  socket.on('caught_up', hearCaughtUp)
  void join()

  return () => {
    round++
    backoff.cancel()
    line.stop()
    socket.off('event', hearLive)
    socket.off('caught_up', hearCaughtUp)
  }

  async function join() {
    const mine = ++round
    held ??= []
    backoff.cancel()
    show('reconnecting')
    try {
      await catchUp(mine)
    } catch {
      // Whatever it was, the next attempt asks for the same again.
      if (mine === round) backoff.again(() => void join())
      return
    }
    if (mine !== round || !socket.connected) return
    backoff.reset()
    const waiting = held ?? []
    held = null
    for (const event of waiting) hear(event)
    if (mine === round) show('live')
  }

  async function catchUp(mine: number) {
    for (let more = true; more && mine === round;) {
      const from = (last ??= await loaded())
      if (mine !== round) return
      const page = await eventsAfter(from)
      if (mine !== round) return
      if (page.is === 'resync') {
        last = null
        continue
      }
      for (const event of page.events) hear(event)
      // One of them may have asked to start again.
      if (last !== null) last = Math.max(last, page.through)
      more = page.more
    }
  }

  function loaded() {
    loading ??= load().finally(() => (loading = undefined))
    return loading
  }

  function hearLive(event: LoggedEvent) {
    line.heard()
    if (held) held.push(event)
    else hear(event)
  }

  function hear(event: LoggedEvent) {
    if (last === null || event.seq <= last) return
    last = event.seq
    if (event.name !== 'resync') return onEvent(event)
    last = null
    void join()
  }

  function hearCaughtUp(at: { seq: number }) {
    line.heard()
    // While events are held, what this socket was sent is not yet what this screen knows.
    if (!held && last !== null) last = Math.max(last, at.seq)
  }

  function onLost() {
    round++
    held ??= []
    backoff.cancel()
    show('reconnecting')
  }

  function show(state: LiveState) {
    const now = state === 'reconnecting' && !line.online() ? 'offline' : state
    if (now !== shown) onState((shown = now))
  }
}
