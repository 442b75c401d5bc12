import { createSignal, For } from 'solid-js'
import { Button } from '@comptoir/ui/Button'
import { Chip } from '@comptoir/ui/Chip'
import { Field } from '@comptoir/ui/Field'
import { TextInput } from '@comptoir/ui/TextInput'
import { useLanguage } from '../app/create-language.ts'
import { byName } from '../clients/by-name.ts'
import { createFilterChoices } from './filters/create-filter-choices.ts'
import './TagChoice.css'

/** A tag by its name: one of those that exist, or a new one. */
export default function TagChoice(props: { onTag: (tag: string) => void }) {
  const { t, locale } = useLanguage()
  const choices = createFilterChoices()
  const [name, setName] = createSignal('')
  const fitting = () =>
    byName(choices()?.tags ?? [], locale())
      .filter((tag) => tag.name.toLowerCase().includes(name().trim().toLowerCase()))
      .slice(0, 12)
  return (
    <form
      class="tag-choice"
      onSubmit={(event) => {
        event.preventDefault()
        if (name().trim()) props.onTag(name().trim())
      }}
    >
      <Field label={t('clients.tag_name')} hint={t('bulk.tag_hint')}>
        <TextInput value={name()} maxlength={40} autocomplete="off" onText={setName} />
      </Field>
      <div class="tag-choice-tags">
        <For each={fitting()}>{(tag) => <Chip onClick={() => props.onTag(tag.name)}>{tag.name}</Chip>}</For>
      </div>
      <Button type="submit" size="sm" tone="primary" disabled={!name().trim()}>
        {t('common.add')}
      </Button>
    </form>
  )
}
