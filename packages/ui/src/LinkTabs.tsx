import { Index, Show, type JSX } from 'solid-js'
import './LinkTabs.css'

export type LinkTab = { href: string; label: string; isCurrent: boolean; count?: JSX.Element }

/** Pages that belong together, each at its own address. */
export function LinkTabs(props: { label: string; tabs: readonly LinkTab[] }) {
  return (
    <nav class="link-tabs" aria-label={props.label}>
      {/* By place: a number that changes must not take the link from under the keyboard. */}
      <Index each={props.tabs}>
        {(tab) => (
          <a class="link-tab" href={tab().href} aria-current={tab().isCurrent ? 'page' : undefined}>
            {tab().label}
            <Show when={tab().count}>
              <span class="link-tab-count num">{tab().count}</span>
            </Show>
          </a>
        )}
      </Index>
    </nav>
  )
}
