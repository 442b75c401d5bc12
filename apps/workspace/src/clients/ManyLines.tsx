import Plus from 'lucide-solid/icons/plus'
import X from 'lucide-solid/icons/x'
import { Index } from 'solid-js'
import { Button } from '@comptoir/ui/Button'
import { Field } from '@comptoir/ui/Field'
import { IconButton } from '@comptoir/ui/IconButton'
import { TextInput } from '@comptoir/ui/TextInput'
import { useLanguage } from '../app/create-language.ts'

/** Several values of one kind, one a line. */
export function ManyLines(props: {
  label: string
  /** What one of them is called. */
  line: string
  add: string
  type: 'email' | 'tel'
  values: readonly string[]
  errors: Record<string, string>
  path: string
  onChange: (values: string[]) => void
}) {
  const { t } = useLanguage()
  let group!: HTMLFieldSetElement
  const add = () => {
    props.onChange([...props.values, ''])
    queueMicrotask(() => [...group.querySelectorAll('input')].at(-1)?.focus())
  }
  return (
    <fieldset class="many-lines" ref={group}>
      <legend>{props.label}</legend>
      <Index each={props.values}>
        {(value, at) => (
          <div class="many-lines-row">
            <Field label={`${props.line} ${at + 1}`} labelShown="aloud" error={props.errors[`${props.path}.${at}`]}>
              <TextInput
                type={props.type}
                inputmode={props.type}
                autocomplete="off"
                maxlength={254}
                value={value()}
                onText={(text) => props.onChange(props.values.map((one, i) => (i === at ? text : one)))}
              />
            </Field>
            <IconButton
              label={t('clients.remove_line', { value: value() || props.line })}
              onClick={() => props.onChange(props.values.filter((_, i) => i !== at))}
            >
              <X />
            </IconButton>
          </div>
        )}
      </Index>
      <div>
        <Button size="sm" icon={<Plus aria-hidden="true" />} onClick={add}>
          {props.add}
        </Button>
      </div>
    </fieldset>
  )
}
