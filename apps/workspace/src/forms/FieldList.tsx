import Plus from 'lucide-solid/icons/plus'
import { createMemo, createSignal, For, Show, type Accessor } from 'solid-js'
import {
  cardKinds,
  formLimits,
  questionKinds,
  type FieldKind,
  type FormField,
  type FormView,
} from '@comptoir/contract/forms'
import { makeId } from '@comptoir/rules/uuid'
import { Button } from '@comptoir/ui/Button'
import { Card } from '@comptoir/ui/Card'
import '@comptoir/ui/Field.css'
import { Menu, type MenuEntry } from '@comptoir/ui/Menu'
import { showToast } from '@comptoir/ui/show-toast.ts'
import { VisuallyHidden } from '@comptoir/ui/VisuallyHidden'
import { useLanguage } from '../app/create-language.ts'
import { createSetup } from '../clients/create-setup.ts'
import type { FormEditor } from './create-form-editor.ts'
import { FieldRow } from './FieldRow.tsx'
import { useFieldWords } from './field-words.ts'

/** The fields of the form in their order; each can be moved, named, and taken away. */
export function FieldList(props: { editor: FormEditor; form: Accessor<FormView> }) {
  const { t } = useLanguage()
  const setup = createSetup()
  const words = useFieldWords(setup)
  const [moved, setMoved] = createSignal('')
  let list: HTMLOListElement | undefined
  const fields = () => props.form().fields
  const byId = createMemo(() => new Map(fields().map((field, place) => [field.id, { field, place }])))
  const focusOn = (id: string, ...wanted: string[]) =>
    queueMicrotask(() => {
      const found = wanted.map((what) =>
        list?.querySelector<HTMLElement>(`[data-field="${id}"] ${what}:not(:disabled)`),
      )
      found.find(Boolean)?.focus()
    })

  function move(id: string, step: 1 | -1) {
    const { field, place } = byId().get(id)!
    const others = fields().filter((one) => one.id !== id)
    props.editor.change({ fields: others.toSpliced(place + step, 0, field) })
    setMoved(t('forms.moved', { name: words.nameOf(field), n: place + step + 1 }))
    // At an end one way is closed; the keyboard goes on with the other.
    focusOn(id, `[data-move="${step === 1 ? 'down' : 'up'}"]`, '[data-move]')
  }
  function remove(id: string) {
    const before = fields()
    const { field, place } = byId().get(id)!
    props.editor.change({ fields: before.filter((one) => one.id !== id) })
    const next = before[place + 1] ?? before[place - 1]
    if (next) focusOn(next.id, 'input')
    const back = { label: t('common.undo'), onClick: () => putBack(field, place) }
    void showToast({ text: t('forms.removed', { name: words.nameOf(field) }), action: back })
  }
  function putBack(field: FormField, place: number) {
    if (!byId().has(field.id)) props.editor.change({ fields: fields().toSpliced(place, 0, field) })
  }
  function add(field: FormField) {
    props.editor.change({ fields: [...fields(), field] })
    focusOn(field.id, 'input')
  }
  const unasked = () =>
    setup.fields().filter(({ id }) => !fields().some((field) => field.kind === 'own' && field.fieldId === id))
  const missing = () => cardKinds.filter((kind) => !fields().some((field) => field.kind === kind))
  const entry = (kind: UsualKind): MenuEntry => ({ label: words.kind(kind), onSelect: () => add(newField(kind)) })
  const entries = (): MenuEntry[] => [
    ...(missing().length > 0 ? [{ heading: t('forms.on_card') }, ...missing().map(entry)] : []),
    ...(unasked().length > 0
      ? [
          { heading: t('forms.own_fields') },
          ...unasked().map(({ id, name }) => ({ label: name, onSelect: () => add(ownField(id)) })),
        ]
      : []),
    { heading: t('forms.questions') },
    ...questionKinds.map(entry),
  ]

  return (
    <Card title={t('forms.fields')}>
      <p class="field-hint">{t('forms.usual_words')}</p>
      <ol class="form-fields" ref={list}>
        <For each={[...byId().keys()]}>
          {(id) => (
            <Show when={byId().get(id)}>
              {(at) => (
                <FieldRow
                  field={at().field}
                  words={words}
                  place={at().place === 0 ? 'first' : at().place === fields().length - 1 ? 'last' : 'between'}
                  errors={errorsOf(props.editor.save.fields(), at().place)}
                  onChange={(change) => props.editor.changeField(id, change)}
                  onMove={(step) => move(id, step)}
                  onRemove={() => remove(id)}
                />
              )}
            </Show>
          )}
        </For>
      </ol>
      <VisuallyHidden>
        <span aria-live="polite">{moved()}</span>
      </VisuallyHidden>
      <Show when={props.editor.save.fields()['fields']}>{(error) => <p class="field-error">{error()}</p>}</Show>
      <Menu
        entries={entries()}
        trigger={(bind) => (
          <Button {...bind} icon={<Plus />} disabled={fields().length >= formLimits.fields}>
            {t('forms.add_field')}
          </Button>
        )}
      />
    </Card>
  )
}

type UsualKind = Exclude<FieldKind, 'own'>

function newField(kind: UsualKind): FormField {
  const field = { id: makeId(), label: '', need: 'optional' } as const
  return kind === 'choice' ? { ...field, kind, options: [] } : { ...field, kind }
}

function ownField(fieldId: string): FormField {
  return { id: makeId(), kind: 'own', fieldId, label: '', need: 'optional' }
}

/** What is wrong with one field: `label`, `options`. */
function errorsOf(errors: Record<string, string>, place: number): Record<string, string> {
  const start = `fields.${place}.`
  const own = Object.entries(errors).filter(([path]) => path.startsWith(start))
  return Object.fromEntries(own.map(([path, sentence]) => [path.slice(start.length).split('.')[0]!, sentence]))
}
