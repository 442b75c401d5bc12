import { createSignal } from 'solid-js'

const [now, setNow] = createSignal(new Date())
let isTicking = false

/** The present, to the day: what says "today" and "yesterday" is right again after midnight. */
export function useNow() {
  if (!isTicking) setInterval(tick, 30_000)
  isTicking = true
  return now
}

function tick() {
  const at = new Date()
  if (at.toDateString() !== now().toDateString()) setNow(at)
}
