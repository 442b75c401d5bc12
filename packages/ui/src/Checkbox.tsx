import { createEffect, Show, splitProps, type JSX } from 'solid-js'
import './Choice.css'

/** Yes or no, taken into account when the form is sent; `mixed` is for a list chosen in part. */
export function Checkbox(
  props: Omit<JSX.InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'checked'> & {
    label: string
    hint?: JSX.Element
    /** In a list the row says it already: the label is then only said aloud. */
    labelShown?: 'always' | 'aloud'
    checked: boolean | 'mixed'
    onChange: (checked: boolean) => void
  },
) {
  const [own, rest] = splitProps(props, ['label', 'hint', 'labelShown', 'checked', 'onChange'])
  let input: HTMLInputElement | undefined
  createEffect(() => {
    if (input) input.indeterminate = own.checked === 'mixed'
  })
  return (
    <label class="choice">
      <input
        ref={input}
        type="checkbox"
        {...rest}
        checked={own.checked === true}
        onChange={(event) => own.onChange(event.currentTarget.checked)}
      />
      <span class="choice-words" classList={{ 'visually-hidden': own.labelShown === 'aloud' }}>
        {own.label}
        <Show when={own.hint}>
          <span class="choice-hint">{own.hint}</span>
        </Show>
      </span>
    </label>
  )
}
