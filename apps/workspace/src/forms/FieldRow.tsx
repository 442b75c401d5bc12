import ArrowDown from 'lucide-solid/icons/arrow-down'
import ArrowUp from 'lucide-solid/icons/arrow-up'
import X from 'lucide-solid/icons/x'
import { createEffect, createSignal, Show, untrack } from 'solid-js'
import { formLimits, isQuestion, type FormField } from '@comptoir/contract/forms'
import { Checkbox } from '@comptoir/ui/Checkbox'
import { Field } from '@comptoir/ui/Field'
import { IconButton } from '@comptoir/ui/IconButton'
import { TextArea } from '@comptoir/ui/TextArea'
import { TextInput } from '@comptoir/ui/TextInput'
import { useLanguage } from '../app/create-language.ts'
import type { useFieldWords } from './field-words.ts'

/** One field of the form: what it is called, whether it must be filled in, where it stands. */
export function FieldRow(props: {
  field: FormField
  words: ReturnType<typeof useFieldWords>
  place: 'first' | 'between' | 'last'
  errors: Record<string, string>
  onChange: (change: Partial<FormField>) => void
  onMove: (step: 1 | -1) => void
  onRemove: () => void
}) {
  const { t } = useLanguage()
  const name = () => props.words.nameOf(props.field)
  const options = () => (props.field.kind === 'choice' ? props.field.options : undefined)
  return (
    <li class="form-field" data-field={props.field.id}>
      <Field label={props.words.titleOf(props.field)} error={props.errors['label']}>
        <TextInput
          value={props.field.label}
          placeholder={props.words.placeholderOf(props.field)}
          maxlength={isQuestion(props.field.kind) ? formLimits.question : formLimits.label}
          autocomplete="off"
          onText={(label) => props.onChange({ label })}
        />
      </Field>
      <Show when={options()}>
        {(all) => (
          <Field label={t('forms.options')} error={props.errors['options']}>
            <OptionLines options={all()} onChange={(options) => props.onChange({ options })} />
          </Field>
        )}
      </Show>
      <div class="form-field-acts">
        <Show when={props.field.kind !== 'message'}>
          <Checkbox
            label={t('forms.required')}
            checked={props.field.need === 'required'}
            onChange={(isRequired) => props.onChange({ need: isRequired ? 'required' : 'optional' })}
          />
        </Show>
        <span class="form-field-space" />
        <IconButton
          size="sm"
          label={t('forms.move_up', { name: name() })}
          data-move="up"
          disabled={props.place === 'first'}
          onClick={() => props.onMove(-1)}
        >
          <ArrowUp />
        </IconButton>
        <IconButton
          size="sm"
          label={t('forms.move_down', { name: name() })}
          data-move="down"
          disabled={props.place === 'last'}
          onClick={() => props.onMove(1)}
        >
          <ArrowDown />
        </IconButton>
        <Show when={props.field.kind !== 'message'}>
          <IconButton size="sm" label={t('forms.remove', { name: name() })} onClick={() => props.onRemove()}>
            <X />
          </IconButton>
        </Show>
      </div>
    </li>
  )
}

/** What is typed stays as it is, with the empty line one is about to fill. */
function OptionLines(props: { options: string[]; onChange: (options: string[]) => void }) {
  const [text, setText] = createSignal(untrack(() => props.options.join('\n')))
  createEffect(() => {
    const joined = props.options.join('\n')
    if (linesOf(untrack(text)).join('\n') !== joined) setText(joined)
  })
  return (
    <TextArea
      value={text()}
      onText={(typed) => {
        setText(typed)
        props.onChange(linesOf(typed))
      }}
    />
  )
}

function linesOf(text: string) {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
}
