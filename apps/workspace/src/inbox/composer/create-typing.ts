import { onCleanup } from 'solid-js'
import type { ComposerHandle } from '../create-composer-handle.ts'

/** After this long without a key, one is reading again. */
const restMs = 8_000

/** Says that somebody writes while they do. */
export function createTyping(kind: () => 'replying' | 'noting', setDoing: ComposerHandle['setDoing']) {
  let timer: ReturnType<typeof setTimeout> | undefined
  function stop() {
    clearTimeout(timer)
    setDoing('reading')
  }
  onCleanup(() => clearTimeout(timer))
  return {
    start() {
      clearTimeout(timer)
      setDoing(kind())
      timer = setTimeout(stop, restMs)
    },
    stop,
  }
}
