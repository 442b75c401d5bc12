import Plus from 'lucide-solid/icons/plus'
import X from 'lucide-solid/icons/x'
import { createMemo, For, Show } from 'solid-js'
import { tone as tones, type ChoiceView } from '@comptoir/contract/client-fields'
import type { Tone } from '@comptoir/contract/clients'
import { Button } from '@comptoir/ui/Button'
import { Field } from '@comptoir/ui/Field'
import { IconButton } from '@comptoir/ui/IconButton'
import { TextInput } from '@comptoir/ui/TextInput'
import { VisuallyHidden } from '@comptoir/ui/VisuallyHidden'
import { useLanguage } from '../../app/create-language.ts'
import { useShowRefusal } from '../../app/show-refusal.ts'
import { createAdding } from '../create-adding.ts'
import { createMoving } from './create-moving.ts'
import { MoveButtons } from './MoveButtons.tsx'
import { NameInput } from './NameInput.tsx'
import { ToneMenu } from './ToneMenu.tsx'

/** Names with a colour: added, renamed, coloured, moved and taken away, each at once. */
export function LabelRows(props: {
  label: string
  labels: readonly ChoiceView[]
  /** How one more is called; without it they are made elsewhere. */
  add?: string
  onAdd?: (name: string, tone: Tone) => Promise<unknown>
  onChange: (was: ChoiceView, to: { name?: string; tone?: Tone }) => Promise<unknown>
  onRemove: (one: ChoiceView) => void
  /** Without it they stand by name. */
  onOrder?: (ids: string[]) => void
}) {
  const { t } = useLanguage()
  const showRefusal = useShowRefusal()
  const byId = createMemo(() => new Map(props.labels.map((one) => [one.id, one])))
  let list: HTMLUListElement | undefined
  const moving = createMoving({
    list: () => list,
    things: () => props.labels,
    onOrder: (ids) => props.onOrder?.(ids),
  })
  return (
    <div class="label-rows">
      <ul ref={list} aria-label={props.label}>
        <For each={[...byId().keys()]}>
          {(id) => (
            <Show when={byId().get(id)}>
              {(one) => (
                <li class="label-row">
                  <ToneMenu
                    name={one().name}
                    tone={one().tone}
                    onChange={(tone) => void props.onChange(one(), { tone }).catch(showRefusal)}
                  />
                  <NameInput
                    label={t('client_fields.name_of', { name: one().name })}
                    value={one().name}
                    maxlength={props.onOrder ? 60 : 40}
                    onSave={(name) => props.onChange(one(), { name })}
                  />
                  <Show when={props.onOrder}>
                    <MoveButtons moving={moving} id={id} name={one().name} />
                  </Show>
                  <IconButton
                    size="sm"
                    label={t('client_fields.remove', { name: one().name })}
                    onClick={() => props.onRemove(one())}
                  >
                    <X />
                  </IconButton>
                </li>
              )}
            </Show>
          )}
        </For>
      </ul>
      <VisuallyHidden>
        <span aria-live="polite">{moving.moved()}</span>
      </VisuallyHidden>
      <Show when={props.onAdd}>
        {(add) => (
          <OneMore label={props.add ?? ''} count={props.labels.length} onAdd={(name, tone) => add()(name, tone)} />
        )}
      </Show>
    </div>
  )
}

function OneMore(props: { label: string; count: number; onAdd: (name: string, tone: Tone) => Promise<unknown> }) {
  const { t } = useLanguage()
  // Each has another colour than the one before, until somebody says which.
  const nextTone = () => tones.options[(props.count + 1) % tones.options.length]!
  const add = createAdding((name) => props.onAdd(name, nextTone()))
  return (
    <form
      class="label-more"
      onSubmit={(event) => {
        event.preventDefault()
        void add.run()
      }}
    >
      <Field label={props.label} labelShown="aloud" error={add.problem()}>
        <TextInput
          size="sm"
          autocomplete="off"
          maxlength={60}
          placeholder={props.label}
          value={add.text()}
          onText={add.setText}
        />
      </Field>
      <Button size="sm" type="submit" icon={<Plus aria-hidden="true" />}>
        {t('common.add')}
      </Button>
    </form>
  )
}
