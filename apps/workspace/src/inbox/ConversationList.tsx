import { createEffect, createMemo, lazy, Match, Show, Suspense, Switch } from 'solid-js'
import { isUnfiltered } from '@comptoir/contract/filters'
import { SkeletonRows } from '@comptoir/ui/SkeletonRows'
import { useLanguage } from '../app/create-language.ts'
import { CouldNot } from '../app/Fetched.tsx'
import { BulkProgress } from './BulkProgress.tsx'
import { createShownRows } from './create-shown-rows.ts'
import { EmptyView } from './EmptyView.tsx'
import { FilterButton } from './filters/FilterButton.tsx'
import { useInbox } from './inbox-context.ts'
import { RowsOnScroll } from './RowsOnScroll.tsx'
import { SearchField } from './search/SearchField.tsx'
import { ViewTitle } from './ViewTitle.tsx'
import './ConversationList.css'

const FilterBar = lazy(() => import('./filters/FilterBar.tsx'))
const GoneView = lazy(() => import('./filters/GoneView.tsx'))
const KeptLine = lazy(() => import('../offline/KeptLine.tsx'))
const SelectionBar = lazy(() => import('./SelectionBar.tsx'))
const SearchResults = lazy(() => import('./search/SearchResults.tsx'))

/** The conversations of a view, live, newest first, or what answers a search. */
export function ConversationList() {
  const { t } = useLanguage()
  const inbox = useInbox()
  const { lists } = inbox.live
  const state = (): ReturnType<typeof lists.state> => {
    const key = inbox.list()
    return key ? lists.state(key) : key === null ? { is: 'gone' } : { is: 'loading' }
  }
  const list = () => {
    const now = state()
    return now.is === 'ready' ? now.slice : undefined
  }
  const trueAt = () => {
    const now = state()
    return now.is === 'ready' && now.trueAt
  }
  const error = createMemo(() => {
    const now = state()
    return now.is === 'failed' ? { why: now.error } : undefined
  })
  const rows = createShownRows(list)
  createEffect(() => {
    const key = inbox.list()
    if (key) lists.open(key)
  })
  const isNarrowed = () => Boolean(inbox.savedView()) || !isUnfiltered(inbox.filter())

  return (
    <section
      class="conversation-list"
      aria-label={t('inbox.conversations')}
      tabindex="-1"
      data-focus-place
      // A hand that may choose.
      onPointerEnter={() => void SelectionBar.preload()}
    >
      <Show
        when={inbox.selection.isEmpty()}
        fallback={
          <Suspense fallback={<ListHead />}>
            <SelectionBar loaded={rows().length} hasMore={Boolean(list()?.next)} />
          </Suspense>
        }
      >
        <ListHead />
      </Show>
      <SearchField />
      <Show when={isNarrowed() && !inbox.search.isOpen()}>
        <Suspense>
          <FilterBar />
        </Suspense>
      </Show>
      <BulkProgress />
      <Show when={trueAt()}>
        {(at) => (
          <Suspense>
            <KeptLine trueAt={at()} />
          </Suspense>
        )}
      </Show>
      <Switch fallback={<SkeletonRows rows={12} label={t('inbox.list.loading')} />}>
        <Match when={inbox.search.isOpen()}>
          <Suspense fallback={<SkeletonRows rows={12} label={t('search.searching')} />}>
            <SearchResults />
          </Suspense>
        </Match>
        <Match when={error()}>
          {(failed) => <CouldNot error={failed().why} retry={() => lists.retry(inbox.list()!)} />}
        </Match>
        <Match when={state().is === 'gone'}>
          <GoneView />
        </Match>
        <Match when={list()}>
          {(ready) => (
            <Show when={rows().length > 0 || ready().next} fallback={<EmptyView view={inbox.view()} />}>
              {/* Another view begins at its own top. */}
              <Show when={inbox.list()} keyed>
                {(key) => (
                  <RowsOnScroll
                    list={key}
                    rows={rows()}
                    unread={inbox.live.asDone.unread(ready())}
                    next={ready().next}
                  />
                )}
              </Show>
            </Show>
          )}
        </Match>
      </Switch>
    </section>
  )
}

/** What is listed, and what begins here. */
function ListHead() {
  return (
    <header class="conversation-list-head">
      <ViewTitle />
      <FilterButton />
    </header>
  )
}
