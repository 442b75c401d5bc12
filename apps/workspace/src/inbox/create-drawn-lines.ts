import { createEffect, createMemo, createSignal, onCleanup, untrack, type Accessor } from 'solid-js'
import type { Line } from './timeline-lines.ts'

/** What fills the pane of an ordinary screen; the rest comes above it, a few at a time, so that no press waits for it. */
const atOnce = 8
const eachTime = 6

/** The newest lines at once, and those before them while nobody is waiting. */
export function createDrawnLines(lines: Accessor<Line[]>): Accessor<Line[]> {
  // By its name and not its place: others come before it and after it.
  const [top, setTop] = createSignal(untrack(firstTop))
  const hidden = createMemo(() => lines().findIndex((line) => nameOf(line) === top()))

  /** Whoever has something unread begins there. */
  function firstTop() {
    const unread = lines().findIndex((line) => line.is === 'unread')
    return nameAt(Math.min(lines().length - atOnce, unread < 0 ? Infinity : unread - 2))
  }

  function nameAt(index: number) {
    const line = lines()[Math.max(0, index)]
    return line && nameOf(line)
  }

  createEffect(() => {
    const more = hidden()
    if (more <= 0) return
    const timer = setTimeout(() => setTop(nameAt(more - eachTime)))
    onCleanup(() => clearTimeout(timer))
  })
  return createMemo(() => lines().slice(Math.max(0, hidden())))
}

function nameOf(line: Line): string {
  return line.is === 'day' ? `day ${line.at}` : line.is === 'unread' ? 'unread' : line.id
}
