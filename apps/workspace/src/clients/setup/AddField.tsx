import Plus from 'lucide-solid/icons/plus'
import { createSignal } from 'solid-js'
import { fieldKinds, type FieldKind } from '@comptoir/contract/client-fields'
import { Button } from '@comptoir/ui/Button'
import { Field } from '@comptoir/ui/Field'
import { Select } from '@comptoir/ui/Select'
import { TextInput } from '@comptoir/ui/TextInput'
import { useLanguage } from '../../app/create-language.ts'
import { createAdding } from '../create-adding.ts'

/** One more field: what it is called, and what is written in it. */
export function AddField(props: { onAdd: (field: { name: string; kind: FieldKind }) => Promise<unknown> }) {
  const { t } = useLanguage()
  const [kind, setKind] = createSignal<FieldKind>('text')
  let form!: HTMLFormElement
  const add = createAdding((name) => {
    form.querySelector('input')?.focus()
    return props.onAdd({ name, kind: kind() })
  })
  return (
    <form
      class="add-field"
      ref={form}
      novalidate
      onSubmit={(event) => {
        event.preventDefault()
        void add.run()
      }}
    >
      <Field label={t('client_fields.new_name')} error={add.problem()}>
        <TextInput
          autocomplete="off"
          maxlength={60}
          placeholder={t('client_fields.name_example')}
          value={add.text()}
          onText={add.setText}
        />
      </Field>
      <Field label={t('client_fields.kind')}>
        <Select
          value={kind()}
          options={fieldKinds.map((value) => ({ value, label: t(`client_fields.kinds.${value}`) }))}
          onChange={(value) => setKind(value as FieldKind)}
        />
      </Field>
      <Button type="submit" tone="primary" icon={<Plus aria-hidden="true" />}>
        {t('client_fields.add_field')}
      </Button>
    </form>
  )
}
