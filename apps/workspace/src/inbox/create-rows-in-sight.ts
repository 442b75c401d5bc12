import { createMemo, createSignal, onCleanup, onMount } from 'solid-js'

/**
 * Which rows of a list are in sight, all of one height: so few lines, where a library for rows of any height would be a
 * tenth of what the first page fetches.
 */
export function createRowsInSight(list: {
  box: () => HTMLElement
  count: () => number
  rowHeight: number
  /** Rows that are drawn above and below those in sight. */
  beyond: () => number
}) {
  const { rowHeight } = list
  const [top, setTop] = createSignal(0)
  const [height, setHeight] = createSignal(innerHeight)
  // Told after each layout: to ask at once would make the browser lay out the page twice.
  onMount(() => {
    const observer = new ResizeObserver(([entry]) => entry && setHeight(Math.round(entry.contentRect.height)))
    observer.observe(list.box())
    onCleanup(() => observer.disconnect())
  })

  const range = createMemo(
    () => ({
      first: Math.max(0, Math.floor(top() / rowHeight) - list.beyond()),
      /** Not in it itself. */
      end: Math.min(list.count(), Math.ceil((top() + height()) / rowHeight) + list.beyond()),
    }),
    undefined,
    { equals: (before, now) => before.first === now.first && before.end === now.end },
  )

  return {
    range,
    onScroll: () => setTop(list.box().scrollTop),
    /** Scrolls a row into sight, as little as that takes. */
    show(index: number) {
      const box = list.box()
      const above = index * rowHeight
      const below = above + rowHeight - box.clientHeight
      const wanted = Math.min(Math.max(box.scrollTop, below), above)
      if (wanted !== box.scrollTop) box.scrollTop = wanted
    },
  }
}
