import { createEffect, createSignal, on, onCleanup, Show } from 'solid-js'
import { Banner } from '@comptoir/ui/Banner'
import { useLanguage } from './create-language.ts'
import { useWorkspace } from './workspace-context.ts'

// A cut this short mends itself before anybody could read about it.
const toldAfterMs = 1_500

/** Says of when what is shown is, and that nothing typed is lost. */
export function ConnectionBanner() {
  const { t, format } = useLanguage()
  const { connection } = useWorkspace()
  const [told, setTold] = createSignal(false)
  createEffect(
    on(
      () => connection().is === 'live',
      (live) => {
        if (live) return setTold(false)
        const timer = setTimeout(() => setTold(true), toldAfterMs)
        onCleanup(() => clearTimeout(timer))
      },
    ),
  )
  const at = () => {
    const now = connection()
    return now.is === 'live' ? '' : format().moment(new Date(now.since).toISOString())
  }
  return (
    <Show when={told()}>
      <Banner tone="offline" place="page">
        {t(connection().is === 'offline' ? 'shell.offline' : 'shell.reconnecting', { at: at() })}
      </Banner>
    </Show>
  )
}
