import { useNavigate } from '@solidjs/router'
import { onCleanup, onMount } from 'solid-js'
import { useWorkspace } from '../app/workspace-context.ts'
import { whenIdle } from '../app/when-idle.ts'

/** Goes where a notice leads that was pressed outside of the page; a browser that is told is told in this session too. */
export function followPush() {
  const { slug } = useWorkspace()
  const navigate = useNavigate()
  onMount(() => {
    if (!('serviceWorker' in navigator)) return
    const hear = ({ data }: MessageEvent<{ is?: string; path?: string } | null>) => {
      if (data?.is === 'open' && data.path) navigate(data.path)
    }
    navigator.serviceWorker.addEventListener('message', hear)
    onCleanup(() => navigator.serviceWorker.removeEventListener('message', hear))
  })
  whenIdle(() => {
    if (!('Notification' in window) || Notification.permission !== 'granted') return
    void import('./push-here.ts').then(({ readPushHere }) => readPushHere(slug)).catch(() => {})
  })
}
