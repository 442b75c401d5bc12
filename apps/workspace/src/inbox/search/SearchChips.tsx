import { For, Show } from 'solid-js'
import { parseSearch, type SearchFilter } from '@comptoir/rules/parse-search'
import { Tag } from '@comptoir/ui/Tag'
import type { BuiltInView } from '@comptoir/contract/views'
import { useLanguage } from '../../app/create-language.ts'
import { useInbox } from '../inbox-context.ts'
import { today } from './today.ts'

/** The filters that were understood in what was typed; each can be taken out again. */
export function SearchChips() {
  const { t, format } = useLanguage()
  const { search } = useInbox()
  const filters = () => parseSearch(search.text(), today()).filters
  const nameOf = ({ is, value }: SearchFilter) => {
    const isDay = is === 'before' || is === 'after'
    const shown = isDay ? format().wholeDay(value) : is === 'view' ? t(`views.names.${value as BuiltInView}`) : value
    return t(`search.filters.${is}`, { value: shown })
  }
  function takeOut({ at: [start, end] }: SearchFilter) {
    const text = search.text()
    search.setText(`${text.slice(0, start)} ${text.slice(end)}`.replaceAll(/\s+/g, ' ').trimStart())
    search.focus()
  }
  return (
    <Show when={filters().length > 0}>
      <div class="search-chips">
        <For each={filters()}>
          {(filter) => (
            <Tag
              tone="accent"
              remove={{
                label: t('search.remove_filter', { filter: nameOf(filter) }),
                onClick: () => takeOut(filter),
              }}
            >
              {nameOf(filter)}
            </Tag>
          )}
        </For>
      </div>
    </Show>
  )
}
