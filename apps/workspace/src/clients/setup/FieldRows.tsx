import { createMemo, For, Show } from 'solid-js'
import type { FieldView } from '@comptoir/contract/client-fields'
import { VisuallyHidden } from '@comptoir/ui/VisuallyHidden'
import { useLanguage } from '../../app/create-language.ts'
import { AddField } from './AddField.tsx'
import { createMoving } from './create-moving.ts'
import type { SetupActs } from './create-setup-acts.ts'
import { FieldRow } from './FieldRow.tsx'

/** The fields of the business in the order of the card. */
export function FieldRows(props: { fields: readonly FieldView[]; acts: SetupActs }) {
  const { t } = useLanguage()
  const byId = createMemo(() => new Map(props.fields.map((field) => [field.id, field])))
  let list: HTMLUListElement | undefined
  const moving = createMoving({
    list: () => list,
    things: () => props.fields,
    onOrder: (ids) => void props.acts.orderFields(ids),
  })
  return (
    <>
      <Show when={props.fields.length > 0} fallback={<p class="field-empty">{t('client_fields.no_fields')}</p>}>
        <ul class="field-rows" ref={list} aria-label={t('client_fields.fields')}>
          <For each={[...byId().keys()]}>
            {(id) => (
              <Show when={byId().get(id)}>
                {(field) => <FieldRow field={field()} moving={moving} acts={props.acts} />}
              </Show>
            )}
          </For>
        </ul>
      </Show>
      <VisuallyHidden>
        <span aria-live="polite">{moving.moved()}</span>
      </VisuallyHidden>
      <AddField onAdd={props.acts.addField} />
    </>
  )
}
