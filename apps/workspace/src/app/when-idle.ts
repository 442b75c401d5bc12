import { onCleanup, onMount } from 'solid-js'

/** Does what nobody waits for once the page is drawn and rests; a browser that cannot tell waits a second. */
export function whenIdle(work: () => void) {
  onMount(() => onCleanup(idle(work)))
}

/** Does what may come after all that the first picture and the first acts need. Answers how not to. */
export function settled(work: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = idle(() => (timer = setTimeout(work, restMs)))
  return () => {
    stop()
    clearTimeout(timer)
  }
}

const restMs = 3_000

function idle(work: () => void): () => void {
  if ('requestIdleCallback' in window) {
    const asked = requestIdleCallback(work, { timeout: 3000 })
    return () => cancelIdleCallback(asked)
  }
  const asked = setTimeout(work, 1000)
  return () => clearTimeout(asked)
}
