import { createSignal } from 'solid-js'
import { onServerClock, serverNow } from '@comptoir/wire/server-clock'

const [now, setNow] = createSignal(new Date(serverNow()))
let isTicking = false

/** The present, to the day: what says "today" and "yesterday" is right again after midnight. */
export function useNow() {
  if (!isTicking) {
    setInterval(tick, 30_000)
    onServerClock(tick)
    tick()
  }
  isTicking = true
  return now
}

function tick() {
  const at = new Date(serverNow())
  if (at.toDateString() !== now().toDateString()) setNow(at)
}
