import { onCleanup, onMount } from 'solid-js'
import { settled } from './when-idle.ts'

const signs = ['pointermove', 'pointerdown', 'keydown'] as const

/**
 * Does once what the next act will need: at the first sign of a hand, or when the page has rested for a while without
 * one. Before that it would only be in the way of the first picture.
 */
export function atFirstSign(work: () => void) {
  onMount(() => {
    const begin = () => {
      stop()
      work()
    }
    const stopResting = settled(begin)
    const stop = () => {
      stopResting()
      for (const sign of signs) removeEventListener(sign, begin, true)
    }
    for (const sign of signs) addEventListener(sign, begin, { capture: true, passive: true })
    onCleanup(stop)
  })
}
