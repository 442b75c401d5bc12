import { createEffect, createMemo, createSignal, on, onCleanup, onMount } from 'solid-js'

/** Within this many pixels of the end one is at the end. */
const nearPx = 40
/** Within this many pixels of the top the earlier ones are asked. */
const topPx = 240

/** What grows this soon after a press was unfolded by it, and is to be read from its top. */
const ownActMs = 700

/**
 * Keeps a timeline at its end while things come and settle, if that is where its reader is; keeps what they read
 * in place while earlier items are put above it.
 */
export function createSticking(list: {
  box: () => HTMLElement
  content: () => HTMLElement
  first: () => string | undefined
  last: () => string | undefined
  onTop: () => void
}) {
  const [atBottom, setAtBottom] = createSignal(true)
  const [below, setBelow] = createSignal(0)
  let fromEnd = 0
  let actedAt = -ownActMs

  onMount(() => {
    const box = list.box()
    // The composer, fonts and pictures change heights after the fact.
    const watch = new ResizeObserver(() => {
      if (performance.now() - actedAt < ownActMs) onScroll()
      else if (atBottom()) toEnd()
    })
    watch.observe(box)
    watch.observe(list.content())
    onCleanup(() => watch.disconnect())
    toEnd()
    showFirstUnread()
  })

  // By id: other changes of the items are no news.
  const first = createMemo(list.first)
  const last = createMemo(list.last)
  createEffect(
    on(first, () => !atBottom() && (list.box().scrollTop = list.box().scrollHeight - fromEnd), { defer: true }),
  )
  createEffect(on(last, () => (atBottom() ? toEnd() : setBelow((n) => n + 1)), { defer: true }))

  function toEnd() {
    const box = list.box()
    box.scrollTop = box.scrollHeight
    fromEnd = box.clientHeight
  }

  function showFirstUnread() {
    const box = list.box()
    const line = box.querySelector<HTMLElement>('.timeline-unread')
    if (!line) return
    const top = line.getBoundingClientRect().top - box.getBoundingClientRect().top
    if (top >= 0) return
    setAtBottom(false)
    box.scrollTop += top - 12
    onScroll()
  }

  function onScroll() {
    const box = list.box()
    fromEnd = box.scrollHeight - box.scrollTop
    const isEnd = fromEnd - box.clientHeight < nearPx
    setAtBottom(isEnd)
    if (isEnd) setBelow(0)
    if (box.scrollTop < topPx) list.onTop()
  }

  return {
    /** Brings one thing into the middle. */
    show(item: HTMLElement) {
      const box = list.box()
      const at = item.getBoundingClientRect()
      setAtBottom(false)
      box.scrollTop += at.top - box.getBoundingClientRect().top - Math.max(12, (box.clientHeight - at.height) / 2)
      onScroll()
    },
    atBottom,
    /** How many came while one read further up. */
    below,
    onScroll,
    /** Something in the timeline was pressed. */
    onAct: () => void (actedAt = performance.now()),
    toBottom() {
      setAtBottom(true)
      setBelow(0)
      toEnd()
    },
  }
}
