import { createEffect, createSignal, onCleanup, onMount } from 'solid-js'
import { presenceBeatMs } from '@comptoir/contract/realtime'
import { useWorkspace } from '../app/workspace-context.ts'
import type { ComposerHandle } from './create-composer-handle.ts'

/** Tells colleagues that this person is in a conversation and what they do there, while the page is in sight. */
export function createLook(conversationId: () => string, doing: ComposerHandle['doing']) {
  const { presence, connection } = useWorkspace()
  const [visible, setVisible] = createSignal(document.visibilityState === 'visible')
  const say = () =>
    presence.look(
      visible() ? { conversationId: conversationId(), doing: doing() } : { conversationId: null, doing: 'reading' },
    )

  createEffect(() => {
    // A line that opens knows nothing of who looks.
    if (connection().is === 'live') say()
  })
  onMount(() => {
    const follow = () => setVisible(document.visibilityState === 'visible')
    const beat = setInterval(() => visible() && say(), presenceBeatMs)
    document.addEventListener('visibilitychange', follow)
    onCleanup(() => {
      clearInterval(beat)
      document.removeEventListener('visibilitychange', follow)
      presence.look({ conversationId: null, doing: 'reading' })
    })
  })
}
