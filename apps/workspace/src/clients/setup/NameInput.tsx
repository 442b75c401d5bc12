import { createSignal } from 'solid-js'
import { Field } from '@comptoir/ui/Field'
import { TextInput } from '@comptoir/ui/TextInput'
import { createAct } from '../../app/create-act.ts'

/** A name that is changed where it stands: Enter or going on keeps it, Escape leaves it as it was. */
export function NameInput(props: {
  label: string
  value: string
  maxlength: number
  onSave: (name: string) => Promise<unknown>
}) {
  const [typed, setTyped] = createSignal<string>()
  const save = createAct(async () => {
    const name = typed()?.trim()
    if (name && name !== props.value) await props.onSave(name)
    setTyped(undefined)
  })
  return (
    <Field label={props.label} labelShown="aloud" error={save.fields()['name'] ?? save.refusal()}>
      <TextInput
        size="sm"
        autocomplete="off"
        maxlength={props.maxlength}
        value={typed() ?? props.value}
        onText={setTyped}
        onBlur={() => void save.run()}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void save.run()
          if (event.key !== 'Escape') return
          event.stopPropagation()
          save.forget()
          setTyped(undefined)
        }}
      />
    </Field>
  )
}
