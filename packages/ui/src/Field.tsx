import { createEffect, createSignal, createUniqueId, on, Show, type JSX } from 'solid-js'
import { FieldContextOf } from './field-context.ts'
import './Field.css'

export type FieldProps = {
  label: string
  hint?: JSX.Element
  /** What is wrong, as a sentence. Said aloud when it appears, and gone once somebody mends it. */
  error?: JSX.Element
  required?: boolean
  /** Shown on the right of the label: a word such as optional, or a link. */
  aside?: JSX.Element
  /** Keeps the label for those who hear the page, where the place says it to those who see it. */
  labelShown?: 'always' | 'aloud'
  children: JSX.Element
}

export function Field(props: FieldProps) {
  const id = createUniqueId()
  const [isMended, setMended] = createSignal(false)
  createEffect(
    on(
      () => props.error,
      () => setMended(false),
    ),
  )
  const error = () => (isMended() ? undefined : props.error)
  const describedBy = () =>
    [props.hint && `${id}-hint`, error() && `${id}-error`].filter(Boolean).join(' ') || undefined
  const field = {
    id,
    describedBy,
    invalid: () => (error() ? true : undefined),
    required: () => props.required || undefined,
  } as const
  return (
    <div class="field" onInput={() => setMended(true)}>
      <div class="field-head" classList={{ 'visually-hidden': props.labelShown === 'aloud' }}>
        <label class="field-label" for={id}>
          {props.label}
          <Show when={props.required}>
            <span class="field-required" aria-hidden="true">
              *
            </span>
          </Show>
        </label>
        <Show when={props.aside}>
          <span class="field-aside">{props.aside}</span>
        </Show>
      </div>
      <FieldContextOf.Provider value={field}>{props.children}</FieldContextOf.Provider>
      <Show when={props.hint}>
        <p class="field-hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      </Show>
      <div aria-live="polite">
        <Show when={error()}>
          <p class="field-error" id={`${id}-error`}>
            {error()}
          </p>
        </Show>
      </div>
    </div>
  )
}
