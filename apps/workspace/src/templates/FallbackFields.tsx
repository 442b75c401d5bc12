import { createUniqueId, For, Show } from 'solid-js'
import type { VariableName, VariableTexts } from '@comptoir/contract/templates'
import { Field } from '@comptoir/ui/Field'
import { TextInput } from '@comptoir/ui/TextInput'
import { useLanguage } from '../app/create-language.ts'
import { variableLabel } from './template-words.ts'
import './FallbackFields.css'

/** What is written where a client, or a conversation, does not have what the text asks for. */
export function FallbackFields(props: {
  names: readonly VariableName[]
  fallbacks: VariableTexts
  onChange: (name: VariableName, text: string) => void
}) {
  const language = useLanguage()
  const { t } = language
  const id = createUniqueId()
  // The others are always there.
  const mayLack = () => props.names.filter((name) => name !== 'today' && !name.startsWith('sender_'))
  return (
    <Show when={mayLack().length > 0}>
      <div class="fallbacks" role="group" aria-labelledby={id}>
        <p class="field-label" id={id}>
          {t('templates.fallbacks')}
        </p>
        <p class="field-hint">{t('templates.fallbacks_hint')}</p>
        <For each={mayLack()}>
          {(name) => (
            <Field label={variableLabel(language, name)}>
              <TextInput
                size="sm"
                autocomplete="off"
                maxlength={80}
                placeholder={t('templates.fallback_none')}
                value={props.fallbacks[name] ?? ''}
                onText={(text) => props.onChange(name, text)}
              />
            </Field>
          )}
        </For>
      </div>
    </Show>
  )
}
