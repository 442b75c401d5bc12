import { For } from 'solid-js'
import { filterParts, type Filter, type FilterPart } from '@comptoir/contract/filters'
import { Field } from '@comptoir/ui/Field'
import { useLanguage } from '../../app/create-language.ts'
import { useWorkspace } from '../../app/workspace-context.ts'
import { useInbox } from '../inbox-context.ts'
import { createFilterChoices } from './create-filter-choices.ts'
import { FilterControl } from './FilterControl.tsx'
import { partsFor } from './filter-words.ts'
import './FilterFields.css'

/** The parts of the filter, or one of them alone; what is chosen holds at once. */
export default function FilterFields(props: { only?: FilterPart }) {
  const { t } = useLanguage()
  const workspace = useWorkspace()
  const inbox = useInbox()
  const choices = createFilterChoices()
  // What the business has none of is not offered.
  const isOffered = (part: FilterPart) => {
    if (inbox.filter()[part] !== undefined) return true
    const has = { tag: choices()?.tags, category: choices()?.categories, page: choices()?.pages }
    return part === 'tag' || part === 'category' || part === 'page' ? has[part]?.length !== 0 : true
  }
  const parts = () =>
    props.only ? [props.only] : partsFor(inbox.view(), workspace.isTeam()).filter((part) => isOffered(part))
  function set(part: FilterPart, said: string, how?: 'typing') {
    const { [part]: _, ...rest } = inbox.filter()
    const next: Partial<Record<FilterPart, string>> = said ? { ...rest, [part]: said } : rest
    // In one order, so that the same filter has one address.
    const inOrder = filterParts.flatMap((one) => (next[one] === undefined ? [] : [[one, next[one]]]))
    inbox.setFilter(Object.fromEntries(inOrder) as Filter, how)
  }
  return (
    <div class="filter-fields" data-only={props.only}>
      <For each={parts()}>
        {(part) => (
          <div data-part={part}>
            <Field label={t(`filters.parts.${part}`)}>
              <FilterControl
                part={part}
                said={inbox.filter()[part] ?? ''}
                choices={choices()}
                onChange={(said, how) => set(part, said, how)}
              />
            </Field>
          </div>
        )}
      </For>
    </div>
  )
}
