import X from 'lucide-solid/icons/x'
import { Show } from 'solid-js'
import type { FieldView } from '@comptoir/contract/client-fields'
import { Checkbox } from '@comptoir/ui/Checkbox'
import { IconButton } from '@comptoir/ui/IconButton'
import { useLanguage } from '../../app/create-language.ts'
import type { Moving } from './create-moving.ts'
import type { SetupActs } from './create-setup-acts.ts'
import { LabelRows } from './LabelRows.tsx'
import { MoveButtons } from './MoveButtons.tsx'
import { NameInput } from './NameInput.tsx'

/** One field: its name, what is written in it, and what can be chosen. */
export function FieldRow(props: { field: FieldView; moving: Moving; acts: SetupActs }) {
  const { t } = useLanguage()
  const hasChoices = () => props.field.kind === 'choice' || props.field.kind === 'choices'
  return (
    <li class="field-row">
      <div class="field-row-head">
        <NameInput
          label={t('client_fields.name_of', { name: props.field.name })}
          value={props.field.name}
          maxlength={60}
          onSave={(name) => props.acts.changeField(props.field, { name })}
        />
        <span class="field-row-kind">{t(`client_fields.kinds.${props.field.kind}`)}</span>
        <MoveButtons moving={props.moving} id={props.field.id} name={props.field.name} />
        <IconButton
          size="sm"
          label={t('client_fields.remove', { name: props.field.name })}
          onClick={() => void props.acts.removeField(props.field)}
        >
          <X />
        </IconButton>
      </div>
      <Show when={props.field.kind === 'identifier'}>
        <Checkbox
          label={t('client_fields.unique')}
          checked={props.field.uniqueness === 'unique'}
          onChange={(isUnique) =>
            void props.acts.quietly(props.acts.changeField(props.field, { uniqueness: isUnique ? 'unique' : 'free' }))
          }
        />
      </Show>
      <Show when={hasChoices()}>
        <LabelRows
          label={t('client_fields.choices_of', { name: props.field.name })}
          add={t('client_fields.add_choice')}
          labels={props.field.choices}
          onAdd={(name, tone) => props.acts.addChoice(props.field.id, name, tone)}
          onChange={props.acts.changeChoice}
          onRemove={(one) => void props.acts.removeChoice(one)}
          onOrder={(ids) => void props.acts.orderChoices(ids)}
        />
      </Show>
    </li>
  )
}
