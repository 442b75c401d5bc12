import { useIsRouting } from '@solidjs/router'
import { Show } from 'solid-js'
import './RouteProgress.css'

/** A thin line on the top edge while a page is on its way. */
export function RouteProgress() {
  const routing = useIsRouting()
  return (
    <Show when={routing()}>
      <div class="route-progress" aria-hidden="true" />
    </Show>
  )
}
