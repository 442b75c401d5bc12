import { useNavigate } from '@solidjs/router'
import { onCleanup, onMount } from 'solid-js'
import { useWorkspace } from '../app/workspace-context.ts'
import { whenIdle } from '../app/when-idle.ts'

/**
 * Goes where a notice leads that was pressed outside of the page, and takes away there what was seen on any screen; a
 * browser that is told is told in this session too.
 */
export function followPush() {
  const { slug, events } = useWorkspace()
  const navigate = useNavigate()
  onMount(() => {
    if (!('serviceWorker' in navigator)) return
    const hear = ({ data }: MessageEvent<{ is?: string; path?: string } | null>) => {
      if (data?.is === 'open' && data.path) navigate(data.path)
    }
    navigator.serviceWorker.addEventListener('message', hear)
    onCleanup(() => navigator.serviceWorker.removeEventListener('message', hear))
  })
  events.listen((event) => {
    if (event.name !== 'inbox.notices_seen') return
    const { noticeIds } = event.data
    if (mayBeTold())
      void import('./push-here.ts').then(({ withdrawPushes }) => withdrawPushes(noticeIds)).catch(() => {})
  })
  whenIdle(() => {
    if (mayBeTold()) void import('./push-here.ts').then(({ readPushHere }) => readPushHere(slug)).catch(() => {})
  })
}

function mayBeTold() {
  return 'Notification' in window && Notification.permission === 'granted'
}
