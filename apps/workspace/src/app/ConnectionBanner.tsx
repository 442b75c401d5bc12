import { createEffect, createSignal, on, onCleanup, Show } from 'solid-js'
import { Banner } from '@comptoir/ui/Banner'
import { useLanguage } from './create-language.ts'
import { useWorkspace } from './workspace-context.ts'

// A cut this short mends itself before anybody could read about it.
const toldAfterMs = 1_500

/** Says that what is shown may be old, and that nothing typed is lost. */
export function ConnectionBanner() {
  const { t } = useLanguage()
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
  return (
    <Show when={told()}>
      <Banner tone="offline" place="page">
        {connection().is === 'offline' ? t('shell.offline') : t('shell.reconnecting')}
      </Banner>
    </Show>
  )
}
