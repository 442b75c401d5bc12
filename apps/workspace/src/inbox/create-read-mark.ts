import { createEffect, createSignal, onCleanup, onMount } from 'solid-js'
import { useWorkspace } from '../app/workspace-context.ts'
import { useConversation } from './conversation-context.ts'
import { useInbox } from './inbox-context.ts'

/** A glance is not a reading. */
const glanceMs = 600

/** Marks a conversation, and what one was told of it, read once its end was in sight for a moment, on a page somebody looks at. */
export function createReadMark(timeline: { atBottom: () => boolean }) {
  const { acts } = useInbox()
  const { viewing } = useWorkspace()
  const here = useConversation()
  const [looking, setLooking] = createSignal(isLooking())
  onMount(() => {
    const follow = () => setLooking(isLooking())
    document.addEventListener('visibilitychange', follow)
    addEventListener('focus', follow)
    addEventListener('blur', follow)
    onCleanup(() => {
      document.removeEventListener('visibilitychange', follow)
      removeEventListener('focus', follow)
      removeEventListener('blur', follow)
    })
  })
  // What one sees with another's eyes stays unread for them.
  if (viewing) return
  createEffect(() => {
    const { unread, notices, conversation } = here.opened()
    const { lastSeq } = conversation
    if ((unread === 0 && notices.length === 0) || !looking() || !timeline.atBottom() || !acts.mayRead(here.id)) return
    const timer = setTimeout(() => acts.markRead(here.id, lastSeq), glanceMs)
    onCleanup(() => clearTimeout(timer))
  })
}

function isLooking() {
  return document.visibilityState === 'visible' && document.hasFocus()
}
