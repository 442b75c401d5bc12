import { onCleanup, onMount } from 'solid-js'

/** Does what nobody waits for once the page is drawn and rests; a browser that cannot tell waits a second. */
export function whenIdle(work: () => void) {
  onMount(() => {
    if ('requestIdleCallback' in window) {
      const asked = requestIdleCallback(work, { timeout: 3000 })
      onCleanup(() => cancelIdleCallback(asked))
    } else {
      const asked = setTimeout(work, 1000)
      onCleanup(() => clearTimeout(asked))
    }
  })
}
