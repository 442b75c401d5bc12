import BookmarkPlus from 'lucide-solid/icons/bookmark-plus'
import X from 'lucide-solid/icons/x'
import { createSignal, For, lazy, Show, Suspense } from 'solid-js'
import { filterParts, isUnfiltered, queryOf, type FilterPart } from '@comptoir/contract/filters'
import { Button } from '@comptoir/ui/Button'
import { Popover } from '@comptoir/ui/Popover'
import { useLanguage } from '../../app/create-language.ts'
import { useInbox } from '../inbox-context.ts'
import { createFilterChoices } from './create-filter-choices.ts'
import { createSavedViewActs } from './create-saved-view-acts.ts'
import { useFilterWords } from './filter-words.ts'
import FilterFields from './FilterFields.tsx'
import './FilterBar.css'

const SaveViewDialog = lazy(() => import('./SaveViewDialog.tsx'))

/** What narrows the list, part by part, each changed or taken off; and the way to keep it under a name. */
export default function FilterBar() {
  const { t } = useLanguage()
  const inbox = useInbox()
  const acts = createSavedViewActs()
  const nameOf = useFilterWords(createFilterChoices())
  const [saving, setSaving] = createSignal<'never' | 'open' | 'closed'>('never')
  let bar: HTMLDivElement | undefined
  const parts = () => filterParts.filter((part) => inbox.filter()[part] !== undefined)
  const saved = () => inbox.savedView()
  const isAsSaved = () => {
    const one = saved()
    return one !== undefined && queryOf(one.filter) === queryOf(inbox.filter())
  }
  function without(part: FilterPart) {
    const { [part]: _, ...rest } = inbox.filter()
    inbox.setFilter(rest)
    // The chip that had the focus is gone: the next one takes it.
    queueMicrotask(() => bar?.querySelector<HTMLElement>('button')?.focus())
  }
  return (
    <div class="filter-bar" role="group" aria-label={t('filters.label')} ref={bar}>
      <For each={parts()}>
        {(part) => (
          <span class="filter-chip">
            <Popover
              label={t(`filters.parts.${part}`)}
              trigger={(bind) => (
                <button {...bind} type="button" class="filter-chip-words truncate">
                  {nameOf(part, inbox.filter())}
                </button>
              )}
            >
              {() => <FilterFields only={part} />}
            </Popover>
            <button
              type="button"
              class="filter-chip-remove"
              aria-label={t('filters.remove', { name: nameOf(part, inbox.filter()) })}
              onClick={() => without(part)}
            >
              <X aria-hidden="true" />
            </button>
          </span>
        )}
      </For>
      <Show when={!isAsSaved() && !isUnfiltered(inbox.filter())}>
        <span class="filter-bar-save">
          <Show when={saved()}>
            {(one) => (
              <Button size="sm" tone="ghost" onClick={() => void acts.change(one(), { filter: inbox.filter() })}>
                {t('filters.save_changes')}
              </Button>
            )}
          </Show>
          <Button
            data-opens="save-view"
            size="sm"
            tone="ghost"
            icon={<BookmarkPlus aria-hidden="true" />}
            onClick={() => setSaving('open')}
          >
            {t(saved() ? 'filters.save_as' : 'filters.save')}
          </Button>
        </span>
      </Show>
      <Show when={saving() !== 'never'}>
        <Suspense>
          <SaveViewDialog
            open={saving() === 'open'}
            onOpenChange={(open) => setSaving(open ? 'open' : 'closed')}
            title={t('filters.save')}
            onSave={(name, whose) => acts.save({ name, whose, view: inbox.view(), filter: inbox.filter() })}
          />
        </Suspense>
      </Show>
    </div>
  )
}
