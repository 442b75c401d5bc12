import { For, lazy, Show, Suspense } from 'solid-js'
import type { View } from '@comptoir/contract/views'
import { Fold } from '@comptoir/ui/Fold'
import { useLanguage } from '../app/create-language.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import { liveInboxOf } from '../live/live-inbox.ts'
import { hrefOfView, useViewName, viewsOf } from './views.ts'
import './ViewList.css'

const SavedViewLinks = lazy(() => import('./filters/SavedViewLinks.tsx'))

/** Every view with its number: what one looks at all day in sight, the rest folded away. */
export function ViewList(props: { onPick?: () => void }) {
  const { t } = useLanguage()
  const workspace = useWorkspace()
  const current = liveInboxOf(workspace).address
  const groups = () => viewsOf(workspace)
  return (
    <nav class="view-list" aria-label={t('views.label')}>
      <Links views={groups().daily} onPick={props.onPick} />
      <Suspense>
        <SavedViewLinks onPick={() => props.onPick?.()} />
      </Suspense>
      <For each={['others', 'members', 'sources'] as const}>
        {(name) => (
          <Show when={groups()[name].length > 0}>
            <Fold
              label={t(`views.${name === 'others' ? 'more' : name === 'members' ? 'members' : 'sources_title'}`)}
              open={groups()[name].some((view) => view === current())}
            >
              <Links views={groups()[name]} onPick={props.onPick} />
            </Fold>
          </Show>
        )}
      </For>
    </nav>
  )
}

function Links(props: { views: View[]; onPick: (() => void) | undefined }) {
  const { format } = useLanguage()
  const workspace = useWorkspace()
  const current = liveInboxOf(workspace).address
  const nameOf = useViewName(workspace)
  return (
    <ul class="view-links">
      <For each={props.views}>
        {(view) => (
          <li>
            <a
              class="view-link"
              href={hrefOfView(workspace.slug, view)}
              aria-current={current() === view ? 'page' : undefined}
              onClick={() => props.onPick?.()}
            >
              <span class="truncate">{nameOf(view)}</span>
              <Show when={workspace.counts.views[view]}>
                {(count) => <span class="view-link-count num">{format().number(count())}</span>}
              </Show>
            </a>
          </li>
        )}
      </For>
    </ul>
  )
}
