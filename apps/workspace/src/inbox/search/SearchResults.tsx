import SearchX from 'lucide-solid/icons/search-x'
import { createEffect, For, Match, Show, Switch } from 'solid-js'
import { Banner } from '@comptoir/ui/Banner'
import { Button } from '@comptoir/ui/Button'
import { Chip } from '@comptoir/ui/Chip'
import { EmptyState } from '@comptoir/ui/EmptyState'
import { SkeletonRows } from '@comptoir/ui/SkeletonRows'
import { parseSearch } from '@comptoir/rules/parse-search'
import { useLanguage } from '../../app/create-language.ts'
import { CouldNot } from '../../app/Fetched.tsx'
import { useInbox } from '../inbox-context.ts'
import { SearchChips } from './SearchChips.tsx'
import { ClientResult } from './ClientResult.tsx'
import { HitResult } from './HitResult.tsx'
import { resultsId } from './SearchField.tsx'
import { today } from './today.ts'
import './SearchResults.css'

/** What a page holds; a shorter one was cut for it took long. */
const pageSize = 25

/** Who and what answers the search: clients first, then conversations with what in them does. */
export default function SearchResults() {
  const { t } = useLanguage()
  const { search } = useInbox()
  const answer = () => search.answer()
  const failure = () => {
    const now = search.state()
    return now.is === 'failed' ? now : undefined
  }
  const sought = () => parseSearch(answer()?.corrected ?? search.text(), today()).words
  const clients = () => answer()?.clients ?? []
  const hits = () => answer()?.hits ?? []
  const isEmpty = () => clients().length === 0 && hits().length === 0
  createEffect(() =>
    document.getElementById(`${resultsId}-${search.cursor.at()}`)?.scrollIntoView({ block: 'nearest' }),
  )
  function onScroll({ currentTarget: box }: { currentTarget: HTMLElement }) {
    if (box.scrollTop + box.clientHeight > box.scrollHeight - 300) void search.more()
  }

  return (
    <div class="search-results" data-loading={search.state().is === 'loading' ? '' : undefined}>
      <SearchChips />
      <p class="visually-hidden" role="status">
        {search.state().is === 'ready' && answer() ? t('search.count', { n: search.items().length }) : ''}
      </p>
      <Show when={answer()?.reach === 'partial'}>
        <Banner tone="info">{t('search.partial')}</Banner>
      </Show>
      <Switch fallback={<SkeletonRows rows={12} label={t('search.searching')} />}>
        <Match when={failure()}>{(failed) => <CouldNot error={failed().error} retry={search.retry} />}</Match>
        <Match when={answer() && isEmpty() && !answer()?.next}>
          <NothingFound />
        </Match>
        <Match when={answer()}>
          {(found) => (
            <>
              <Show when={found().corrected}>
                {(words) => (
                  <p class="search-corrected">
                    <strong>{t('search.corrected', { words: words() })}</strong>{' '}
                    {t('search.as_typed', { typed: search.text().trim() })}
                  </p>
                )}
              </Show>
              <div
                class="search-scroll"
                role="listbox"
                id={resultsId}
                aria-label={t('search.results')}
                onScroll={onScroll}
              >
                <Show when={clients().length > 0}>
                  <div role="group" aria-label={t('search.clients')}>
                    <div class="search-group" aria-hidden="true">
                      {t('search.clients')}
                    </div>
                    <For each={clients()}>
                      {(client, at) => <ClientResult client={client} at={at()} sought={sought()} />}
                    </For>
                  </div>
                </Show>
                <Show when={hits().length > 0}>
                  <div role="group" aria-label={t('search.conversations')}>
                    <div class="search-group" aria-hidden="true">
                      {t('search.conversations')}
                    </div>
                    <For each={hits()}>
                      {(hit, at) => (
                        <HitResult
                          hit={hit}
                          unread={found().unread[hit.conversation.id] ?? 0}
                          at={clients().length + at()}
                          sought={sought()}
                        />
                      )}
                    </For>
                  </div>
                </Show>
              </div>
              <Show when={found().next && hits().length < pageSize}>
                <div class="search-more">
                  <Button size="sm" busy={search.state().is === 'loading'} onClick={() => void search.more()}>
                    {t('search.more')}
                  </Button>
                </div>
              </Show>
            </>
          )}
        </Match>
      </Switch>
    </div>
  )
}

// Some wait for a name.
const examples = [
  ['from', ':'],
  ['tag', ':'],
  ['assignee', ''],
  ['before', ''],
  ['view', ''],
] as const

function NothingFound() {
  const { t } = useLanguage()
  const { search } = useInbox()
  const add = (filter: string) => {
    search.setText(`${search.text().trim()} ${filter}`)
    search.focus()
  }
  return (
    <EmptyState
      icon={<SearchX />}
      title={t('search.none_title')}
      text={t('search.none_text')}
      action={
        <div class="search-examples">
          <For each={examples}>
            {([name, end]) => (
              <Chip look="dashed" onClick={() => add(t(`search.examples.${name}`) + end)}>
                {t(`search.examples.${name}`) + end}
              </Chip>
            )}
          </For>
        </div>
      }
    />
  )
}
