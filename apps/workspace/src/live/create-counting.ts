import { createEffect, createSignal, on, onCleanup } from 'solid-js'
import type { EventHub } from '../app/create-event-hub.ts'

const everyMs = 5000

/** A number that costs a reading: read when its key changes, and after what happens, at most every five seconds. */
export function createCounting<Count>(
  events: EventHub,
  key: () => string | null,
  fetch: (key: string) => Promise<Count>,
): () => Count | undefined {
  const [count, setCount] = createSignal<{ of: string; is: Count }>()
  let readAt = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  async function read() {
    clearTimeout(timer)
    timer = undefined
    const of = key()
    if (of === null) return
    readAt = Date.now()
    // Nobody answers: the next time something happens, it is asked for again.
    const is = await fetch(of).catch(() => undefined)
    if (is !== undefined && key() === of) setCount({ of, is })
  }
  function readSoon() {
    timer ??= setTimeout(() => void read(), Math.max(250, readAt + everyMs - Date.now()))
  }

  createEffect(on(key, () => void read()))
  events.listen((event) => /^(inbox|clients|access)\./.test(event.name) && readSoon())
  events.onResync(readSoon)
  onCleanup(() => clearTimeout(timer))
  return () => (count()?.of === key() ? count()?.is : undefined)
}
