import { createMemo, createSignal, For, lazy, onMount, Show, Suspense } from 'solid-js'
import type { SavedView } from '@comptoir/contract/filters'
import { useLanguage } from '../../app/create-language.ts'
import { useWorkspace } from '../../app/workspace-context.ts'
import { createCounting } from '../../live/create-counting.ts'
import { liveInboxOf } from '../../live/live-inbox.ts'
import { createSavedViewActs } from './create-saved-view-acts.ts'
import { SavedViewLink } from './SavedViewLink.tsx'
import './SavedViewLinks.css'

const SaveViewDialog = lazy(() => import('./SaveViewDialog.tsx'))

/** One's own saved views and the team's, each with its number. */
export default function SavedViewLinks(props: { onPick: () => void }) {
  const { t } = useLanguage()
  const workspace = useWorkspace()
  const live = liveInboxOf(workspace)
  const acts = createSavedViewActs()
  const [renaming, setRenaming] = createSignal<SavedView>()
  onMount(() => live.savedViews.open('all'))
  const views = createMemo((): SavedView[] => {
    const state = live.savedViews.state('all')
    return state.is === 'ready' ? state.slice.views : []
  })
  const counts = createCounting(
    workspace.events,
    // Another view is counted at once.
    () =>
      views()
        .map(({ id }) => id)
        .join() || null,
    () => live.api.savedViewCounts(),
  )
  const groups = () =>
    (['own', 'team'] as const)
      .map((whose) => ({ whose, views: views().filter((one) => one.whose === whose) }))
      .filter((group) => group.views.length > 0)

  return (
    <>
      <For each={groups()}>
        {(group) => (
          <section class="saved-views" aria-label={t(`filters.groups.${group.whose}`)}>
            <h2 class="saved-views-title">{t(`filters.groups.${group.whose}`)}</h2>
            <ul class="view-links">
              <For each={group.views}>
                {(view, at) => (
                  <SavedViewLink
                    view={view}
                    count={counts()?.[view.id]}
                    ids={group.views.map(({ id }) => id)}
                    at={at()}
                    acts={acts}
                    onPick={() => props.onPick()}
                    onRename={() => setRenaming({ ...view })}
                  />
                )}
              </For>
            </ul>
          </section>
        )}
      </For>
      <Show when={renaming()} keyed>
        {(view) => (
          <Suspense>
            <SaveViewDialog
              open
              onOpenChange={(open) => !open && setRenaming(undefined)}
              title={t('filters.change')}
              was={view}
              onSave={(name, whose) => acts.change(view, { name, whose })}
            />
          </Suspense>
        )}
      </Show>
    </>
  )
}
