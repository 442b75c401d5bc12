import { onCleanup, onMount } from 'solid-js'

/** Calls when the page is hidden or left, for as long as the component lives: the last moment a phone gives. */
export function onLeaving(leave: () => void) {
  const hidden = () => document.visibilityState === 'hidden' && leave()
  onMount(() => {
    document.addEventListener('visibilitychange', hidden)
    addEventListener('pagehide', leave)
  })
  onCleanup(() => {
    document.removeEventListener('visibilitychange', hidden)
    removeEventListener('pagehide', leave)
  })
}
