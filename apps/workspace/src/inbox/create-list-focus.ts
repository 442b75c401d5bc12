import { createEffect, on, untrack } from 'solid-js'
import type { ConversationRow } from '@comptoir/contract/inbox'
import { registerActions } from '../app/commands.ts'
import { useInbox } from './inbox-context.ts'

/** One row of a list takes the focus, and `j`, `k`, the arrows, Home and End move it. */
export function createListFocus(list: {
  rows: () => ConversationRow[]
  at: () => Map<string, number>
  /** Scrolls a row into sight. */
  show: (index: number) => void
}) {
  const inbox = useInbox()
  const { cursor, setCursor } = inbox
  if (untrack(inbox.selectedId)) setCursor(untrack(inbox.selectedId))
  createEffect(on(inbox.selectedId, (id) => id && setCursor(id), { defer: true }))

  function focusOn(index: number) {
    const row = list.rows()[Math.max(0, Math.min(index, list.rows().length - 1))]
    if (!row) return
    setCursor(row.id)
    list.show(list.at().get(row.id) ?? 0)
    // It is drawn once the list has scrolled; whoever has gone on by then is not called back.
    requestAnimationFrame(() => cursor() === row.id && elementOf(row.id)?.focus({ preventScroll: true }))
  }

  function move(by: number) {
    const now = list.at().get(cursor() ?? '')
    focusOn(now === undefined ? 0 : now + by)
  }

  const keys: Record<string, () => void> = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Home: () => focusOn(0),
    End: () => focusOn(list.rows().length - 1),
  }
  const isHere = () => inbox.rowAtCursor() !== undefined
  registerActions({
    next: () => move(1),
    previous: () => move(-1),
    open: { run: () => inbox.open(cursor()!), when: isHere },
    choose: { run: () => inbox.selection.toggle(cursor()!), when: isHere },
    'choose-all': inbox.selection.loaded,
    'choose-view': inbox.selection.whole,
  })

  return {
    cursor,
    moveTo: setCursor,
    tabindexOf: (id: string) => {
      const held = list.at().has(cursor() ?? '') ? cursor() : list.rows()[0]?.id
      return id === held ? 0 : -1
    },
    onKey(event: KeyboardEvent) {
      const act = keys[event.key]
      // With Ctrl or Alt these keys belong to the browser and the palette.
      if (!act || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      act()
    },
    /** Gives the focus back to a row that moved and lost it. */
    hold(hadFocus: string) {
      elementOf(hadFocus)?.focus({ preventScroll: true })
    },
  }
}

function elementOf(conversationId: string) {
  return document.getElementById(`row-${conversationId}`)
}
