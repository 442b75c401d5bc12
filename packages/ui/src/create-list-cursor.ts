import { createComputed, createSignal, on } from 'solid-js'

/**
 * The place in a list of suggestions that the keyboard moves while the focus stays in its input.
 * It returns to `start` whenever the list changes: -1 for none, 0 for the first.
 */
export function createListCursor(options: { count: () => number; start: -1 | 0; onPick: (at: number) => void }) {
  const [at, setAt] = createSignal<number>(options.start)
  createComputed(on(options.count, () => setAt(options.start), { defer: true }))

  const move = (to: number) => {
    const count = options.count()
    if (count > 0) setAt((to + count) % count)
  }
  /** Answers whether the key was its own. */
  function onKey(event: KeyboardEvent) {
    // An input method picks its own words with these keys.
    if (event.isComposing) return false
    if (event.key === 'ArrowDown') move(at() + 1)
    else if (event.key === 'ArrowUp') move(at() < 0 ? -1 : at() - 1)
    else if (event.key === 'Enter' && at() >= 0 && at() < options.count()) options.onPick(at())
    else return false
    event.preventDefault()
    return true
  }
  return { at, moveTo: setAt, restart: () => setAt(options.start), onKey }
}
