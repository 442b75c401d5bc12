import Search from 'lucide-solid/icons/search'
import X from 'lucide-solid/icons/x'
import { Show } from 'solid-js'
import { IconButton } from '@comptoir/ui/IconButton'
import { Kbd } from '@comptoir/ui/Kbd'
import { TextInput } from '@comptoir/ui/TextInput'
import { registerActions } from '../../app/commands.ts'
import { useLanguage } from '../../app/create-language.ts'
import { useKeysOf } from '../../app/use-key-caps.ts'
import { useInbox } from '../inbox-context.ts'
import './SearchField.css'

/** The id of the list of what was found, and the beginning of the ids of its options. */
export const resultsId = 'search-results'

/** The box above the list: what is typed in it is sought, and Escape gives the list back. */
export function SearchField() {
  const { t } = useLanguage()
  const { search } = useInbox()
  const { cursor } = search
  const keysOf = useKeysOf()
  registerActions({ search: search.focus })
  const hasItems = () => search.isOpen() && search.items().length > 0

  function onKey(event: KeyboardEvent) {
    if (event.key === 'Escape' && !event.isComposing) {
      event.preventDefault()
      search.clear()
      requestAnimationFrame(() => {
        const row = document.querySelector<HTMLElement>('[data-conversation-row][tabindex="0"]')
        ;(row ?? (event.target as HTMLElement)).focus()
        if (!row) (event.target as HTMLElement).blur()
      })
      return
    }
    if (hasItems()) cursor.onKey(event)
  }

  return (
    <search class="search-field">
      <TextInput
        ref={search.bind}
        role="combobox"
        aria-label={t('search.field')}
        aria-autocomplete="list"
        aria-expanded={hasItems()}
        aria-controls={hasItems() ? resultsId : undefined}
        aria-activedescendant={hasItems() && cursor.at() >= 0 ? `${resultsId}-${cursor.at()}` : undefined}
        autocomplete="off"
        enterkeyhint="search"
        spellcheck={false}
        maxlength={300}
        placeholder={t('search.placeholder')}
        value={search.text()}
        onText={search.setText}
        onKeyDown={onKey}
        leading={<Search aria-hidden="true" />}
        trailing={
          <Show
            when={search.isOpen()}
            fallback={
              <span class="search-field-key" aria-hidden="true">
                <Kbd>{keysOf('search')}</Kbd>
              </span>
            }
          >
            <IconButton
              size="sm"
              label={t('search.clear')}
              onClick={() => {
                search.clear()
                search.focus()
              }}
            >
              <X aria-hidden="true" />
            </IconButton>
          </Show>
        }
      />
    </search>
  )
}
