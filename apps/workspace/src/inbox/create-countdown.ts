import { createSignal, onCleanup, type Accessor } from 'solid-js'
import { serverNow } from '@comptoir/wire/server-clock'

/** Seconds until an instant, rounded up; 0 from then on. */
export function createCountdown(until: () => string): Accessor<number> {
  const [now, setNow] = createSignal(serverNow())
  const timer = setInterval(() => setNow(serverNow()), 250)
  onCleanup(() => clearInterval(timer))
  return () => Math.max(0, Math.ceil((Date.parse(until()) - now()) / 1000))
}
