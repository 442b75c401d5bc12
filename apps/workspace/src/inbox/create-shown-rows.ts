import { createMemo } from 'solid-js'
import type { ConversationRow } from '@comptoir/contract/inbox'
import { orderOf } from '@comptoir/contract/views'
import { inOrder } from '@comptoir/wire/apply/stretch'
import type { ListState } from '@comptoir/wire/apply/inbox'
import { useInbox } from './inbox-context.ts'

/**
 * The rows of a view. Reading a conversation takes it out of the unread ones; it stays in sight until another is
 * opened, or it would vanish under the hand.
 */
export function createShownRows(list: () => ListState | undefined) {
  const inbox = useInbox()
  const opened = () => {
    const id = inbox.selectedId()
    const state = id ? inbox.live.opened.state(id) : undefined
    return state?.is === 'ready' ? inbox.live.asDone.row(state.slice.conversation) : undefined
  }
  /** The one that was opened from this view, which it may since have left. */
  const openedHere = createMemo<string | undefined>((before) => {
    const id = inbox.selectedId()
    if ((inbox.view() !== 'unread' && inbox.filter().unread !== 'mine') || !id) return undefined
    return id === before || list()?.rows.some((row) => row.id === id) ? id : undefined
  })

  return createMemo<ConversationRow[]>(() => {
    const now = list()
    const rows = now ? inbox.live.asDone.rows(now) : []
    const kept = opened()
    if (!kept || openedHere() !== kept.id || rows.some((row) => row.id === kept.id)) return [...rows]
    return [...rows, kept].sort(inOrder(orderOf(inbox.view())))
  })
}
