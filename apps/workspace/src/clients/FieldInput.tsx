import { For, Match, Switch } from 'solid-js'
import type { FieldValue } from '@comptoir/contract/field-values'
import { Checkbox } from '@comptoir/ui/Checkbox'
import { Select } from '@comptoir/ui/Select'
import { TextInput } from '@comptoir/ui/TextInput'
import { useLanguage } from '../app/create-language.ts'
import type { CardField } from './card-fields.ts'
import { ManyLines } from './ManyLines.tsx'

/** How a value of each kind is written. */
export function FieldInput(props: {
  field: CardField
  value: FieldValue
  onWrite: (value: FieldValue) => void
  /** Chosen from a list it is said: nothing more is to be confirmed. */
  onSaid: (value: FieldValue) => void
}) {
  const { t } = useLanguage()
  const kind = () => props.field.kind
  const list = (): string[] => (typeof props.value === 'string' ? [] : props.value)
  const toggled = (id: string, isOn: boolean) => (isOn ? [...list(), id] : list().filter((one) => one !== id))
  const means = () => inputs[kind()] ?? {}
  return (
    <Switch
      fallback={
        <TextInput
          size="sm"
          autocomplete="off"
          maxlength={kind() === 'address' ? 300 : kind() === 'identifier' ? 80 : 500}
          {...means()}
          value={String(props.value)}
          onText={(text) => props.onWrite(text)}
        />
      }
    >
      <Match when={kind() === 'choice'}>
        <Select
          size="sm"
          value={list()[0] ?? ''}
          options={[
            { value: '', label: t('card.none') },
            ...props.field.choices.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(id) => props.onSaid(id ? [id] : [])}
        />
      </Match>
      <Match when={kind() === 'choices'}>
        <div class="client-field-choices" role="group" aria-label={props.field.label}>
          <For each={props.field.choices}>
            {(choice) => (
              <Checkbox
                label={choice.name}
                checked={list().includes(choice.id)}
                onChange={(isOn) => props.onWrite(toggled(choice.id, isOn))}
              />
            )}
          </For>
        </div>
      </Match>
      <Match when={kind() === 'emails' || kind() === 'phones'}>
        <ManyLines
          label={props.field.label}
          type={kind() === 'emails' ? 'email' : 'tel'}
          values={list()}
          onChange={(values) => props.onWrite(values)}
        />
      </Match>
    </Switch>
  )
}

const inputs: Partial<Record<CardField['kind'], { type?: string; inputmode?: 'decimal' | 'email' | 'tel' }>> = {
  number: { inputmode: 'decimal' },
  date: { type: 'date' },
  email: { type: 'email', inputmode: 'email' },
  phone: { type: 'tel', inputmode: 'tel' },
}
