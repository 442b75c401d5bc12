import { Show, splitProps, type JSX } from 'solid-js'
import './Switch.css'

/** On or off, at once. */
export function Switch(
  props: Omit<JSX.InputHTMLAttributes<HTMLInputElement>, 'onChange'> & {
    label: string
    hint?: JSX.Element
    checked: boolean
    onChange: (checked: boolean) => void
  },
) {
  const [own, rest] = splitProps(props, ['label', 'hint', 'onChange'])
  return (
    <label class="switch">
      <span class="switch-words">
        {own.label}
        <Show when={own.hint}>
          <span class="switch-hint">{own.hint}</span>
        </Show>
      </span>
      <input type="checkbox" role="switch" {...rest} onChange={(event) => own.onChange(event.currentTarget.checked)} />
    </label>
  )
}
