import { useLocation } from '@solidjs/router'
import { createEffect, createMemo, onMount, untrack } from 'solid-js'
import type { TimelineItem } from '@comptoir/contract/timeline'

const shownMs = 2_400

/** Shows the item that the address names after its `#`, however far back it was said. */
export function createPointing(timeline: {
  box: () => HTMLElement
  items: () => readonly TimelineItem[]
  /** Those that stand there already. */
  drawn: () => readonly TimelineItem[]
  /** Whether something was said before the first item. */
  more: () => boolean
  ask: () => void
  show: (element: HTMLElement) => void
}) {
  const location = useLocation()
  const wanted = createMemo(() => location.hash.slice(1))
  const isIn = (items: readonly TimelineItem[]) => items.some(({ id }) => id === wanted())
  const isThere = createMemo(() => wanted() !== '' && isIn(timeline.drawn()))
  onMount(() =>
    createEffect(() => {
      if (wanted() === '') return
      if (isThere()) return point(wanted())
      // Each page that comes asks for the one before it; what has come is drawn by and by.
      if (!isIn(timeline.items()) && timeline.more()) untrack(timeline.ask)
    }),
  )

  function point(id: string) {
    // Its element is drawn after what it is drawn of.
    requestAnimationFrame(() => {
      const item = timeline.box().querySelector<HTMLElement>(`[data-item="${CSS.escape(id)}"]`)
      if (!item) return
      timeline.show(item)
      item.dataset['pointed'] = ''
      item.tabIndex = -1
      // Whoever goes from one answer of a search to the next keeps their place in it.
      if (!(document.activeElement instanceof HTMLInputElement)) item.focus({ preventScroll: true })
      setTimeout(() => delete item.dataset['pointed'], shownMs)
    })
  }
}
