import Check from 'lucide-solid/icons/check'
import Pencil from 'lucide-solid/icons/pencil'
import X from 'lucide-solid/icons/x'
import { Match, Show, Switch } from 'solid-js'
import type { ClientView } from '@comptoir/contract/clients'
import { Button } from '@comptoir/ui/Button'
import { Checkbox } from '@comptoir/ui/Checkbox'
import { Field } from '@comptoir/ui/Field'
import { IconButton } from '@comptoir/ui/IconButton'
import { useLanguage } from '../app/create-language.ts'
import type { CardField } from './card-fields.ts'
import { createFieldEdit, type FieldEdit } from './create-field-edit.ts'
import { FieldInput } from './FieldInput.tsx'
import { FieldShown } from './FieldShown.tsx'
import './FieldLine.css'

/** One field of the card: read, and with a click or Enter written where it stands. */
export function FieldLine(props: { client: ClientView; field: CardField }) {
  const { t } = useLanguage()
  const edit = createFieldEdit(
    () => props.client,
    () => props.field,
  )
  let line!: HTMLDivElement
  const focusOn = (what: string) => queueMicrotask(() => line.querySelector<HTMLElement>(what)?.focus())
  function open() {
    edit.begin()
    focusOn('input, select')
  }
  function leave() {
    edit.leave()
    focusOn('[data-edit]')
  }
  async function save(...written: Parameters<FieldEdit['save']>) {
    if ((await edit.save(...written)) === 'left') focusOn('[data-edit]')
  }
  const isCheckbox = () => props.field.kind === 'checkbox'
  return (
    <div class="client-field" ref={line} data-field={props.field.id}>
      <span class="client-field-label">{props.field.label}</span>
      <Switch fallback={<Closed edit={edit} field={props.field} onOpen={open} />}>
        <Match when={isCheckbox()}>
          <Checkbox
            label={props.field.label}
            labelShown="aloud"
            checked={edit.now() === 'yes'}
            onChange={(isOn) => {
              edit.begin()
              void edit.save(isOn ? 'yes' : '')
            }}
          />
        </Match>
        <Match when={edit.isOpen()}>
          <form
            class="client-field-form"
            novalidate
            onSubmit={(event) => {
              event.preventDefault()
              void save()
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return
              // It leaves this field, not the conversation.
              event.preventDefault()
              event.stopPropagation()
              leave()
            }}
            onFocusOut={(event) => {
              const to = event.relatedTarget
              if (to instanceof Node && event.currentTarget.contains(to)) return
              // Whoever goes on elsewhere means what they wrote; a colleague’s words are not written over by that.
              if (document.hasFocus() && edit.theirs() === undefined) void edit.save()
            }}
          >
            <Field label={props.field.label} labelShown="aloud" error={edit.problem()}>
              <FieldInput
                field={props.field}
                value={edit.draft() ?? ''}
                onWrite={edit.write}
                onSaid={(value) => {
                  edit.write(value)
                  void save(value)
                }}
              />
            </Field>
            <span class="client-field-acts">
              <IconButton size="sm" type="submit" label={t('clients.save')} shortcut="↵" disabled={edit.busy()}>
                <Check />
              </IconButton>
              <IconButton size="sm" label={t('clients.cancel')} shortcut="Esc" onClick={leave}>
                <X />
              </IconButton>
            </span>
            <Show when={edit.theirs()}>
              {(theirs) => (
                <div class="client-field-quicker" role="status">
                  <p>
                    {t('card.quicker')}{' '}
                    <strong>
                      <Show when={theirs().length > 0} fallback={t('card.emptied')}>
                        <FieldShown field={props.field} value={theirs()} links="words" />
                      </Show>
                    </strong>
                  </p>
                  <span>
                    <Button size="sm" onClick={leave}>
                      {t('card.take_theirs')}
                    </Button>
                    <Button size="sm" tone="primary" onClick={() => void edit.keepMine()}>
                      {t('card.keep_mine')}
                    </Button>
                  </span>
                </div>
              )}
            </Show>
          </form>
        </Match>
      </Switch>
    </div>
  )
}

/** What is read, and the way to change it: what one calls or writes to stays a link. */
function Closed(props: { edit: FieldEdit; field: CardField; onOpen: () => void }) {
  const { t } = useLanguage()
  const hasLinks = () => ['email', 'emails', 'phone', 'phones'].includes(props.field.kind)
  const shown = () => {
    const value = props.edit.now()
    const isGone = props.field.choices.length > 0 && !props.field.choices.some(({ id }) => value.includes(id))
    return value.length === 0 || isGone ? undefined : value
  }
  return (
    <div class="client-field-value">
      <Show
        when={shown() && hasLinks()}
        fallback={
          <button
            type="button"
            class="client-field-button"
            data-edit
            data-empty={shown() === undefined ? '' : undefined}
            onClick={() => props.onOpen()}
          >
            <span class="visually-hidden">{t('card.change', { field: props.field.label })} </span>
            <Show when={shown()} fallback={t('card.add')}>
              {(value) => <FieldShown field={props.field} value={value()} links="words" />}
            </Show>
          </button>
        }
      >
        <FieldShown field={props.field} value={shown()!} links="links" />
        <IconButton
          size="sm"
          class="client-field-pencil"
          data-edit
          label={t('card.change', { field: props.field.label })}
          onClick={() => props.onOpen()}
        >
          <Pencil />
        </IconButton>
      </Show>
    </div>
  )
}
