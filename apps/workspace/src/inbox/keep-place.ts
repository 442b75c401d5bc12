import { createComputed, createEffect, createSignal, on } from 'solid-js'
import type { ConversationRow } from '@comptoir/contract/inbox'

interface Seen {
  id: string
  lastAt: string
}

/** Keeps what one is reading where it is while rows come, move and go above it, and counts those that came. */
export function keepPlace(list: {
  box: () => HTMLElement
  rows: () => ConversationRow[]
  rowHeight: number
  /** The row that had the focus before its element moved. */
  onMoved: (conversationId: string) => void
}) {
  const [above, setAbove] = createSignal<ReadonlySet<string>>(new Set())
  let focused: string | undefined
  const seen = (): Seen[] => list.rows().map(({ id, lastAt }) => ({ id, lastAt }))

  // Before the elements move; afterwards the browser has forgotten.
  createComputed(on(list.rows, () => (focused = focusedRow()), { defer: true }))
  createEffect(
    on(seen, (now, before) => {
      if (before) settle(before, now)
      if (focused && focusedRow() !== focused) list.onMoved(focused)
      focused = undefined
    }),
  )

  function settle(before: Seen[], now: Seen[]) {
    const box = list.box()
    if (box.scrollTop <= 0) return
    const places = new Map(now.map((row, index) => [row.id, { index, lastAt: row.lastAt }]))
    const from = Math.floor(box.scrollTop / list.rowHeight)
    // The first row in sight that did not move itself.
    const anchor = before.findIndex((row, index) => index >= from && places.get(row.id)?.lastAt === row.lastAt)
    const anchorId = before[anchor]?.id
    const to = anchorId === undefined ? undefined : places.get(anchorId)?.index
    if (to === undefined) return
    box.scrollTop += (to - anchor) * list.rowHeight
    const known = new Map(before.map((row) => [row.id, row.lastAt]))
    const came = now.slice(0, to).filter((row) => known.get(row.id) !== row.lastAt)
    if (came.length > 0) setAbove((all) => new Set([...all, ...came.map((row) => row.id)]))
  }

  return {
    above: () => above().size,
    onScroll() {
      if (list.box().scrollTop < list.rowHeight / 2 && above().size > 0) setAbove(new Set<string>())
    },
    toTop() {
      setAbove(new Set<string>())
      list.box().scrollTo({ top: 0 })
    },
  }
}

function focusedRow() {
  return document.activeElement?.id.startsWith('row-') ? document.activeElement.id.slice(4) : undefined
}
