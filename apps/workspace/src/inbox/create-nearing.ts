import { onCleanup } from 'solid-js'

/** So long a hand rests on something it is about to press, and not on its way to something else. */
const restMs = 90

/** Prepares what a hand is about to open: a moment after it came near, or at once when it presses. */
export function createNearing(prepare: (id: string) => void) {
  let timer: ReturnType<typeof setTimeout> | undefined
  onCleanup(() => clearTimeout(timer))
  return {
    near(id: string) {
      clearTimeout(timer)
      timer = setTimeout(() => prepare(id), restMs)
    },
    left: () => clearTimeout(timer),
    pressed: prepare,
  }
}
