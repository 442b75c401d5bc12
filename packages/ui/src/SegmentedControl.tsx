import { createUniqueId, For, type JSX } from 'solid-js'
import './SegmentedControl.css'

/** One of two to four short words, on one line: the channel of a reply, the span of an agenda. */
export function SegmentedControl<Value extends string>(props: {
  /** Said aloud. */
  label: string
  value: Value
  options: readonly { value: Value; label: string; icon?: JSX.Element; disabled?: boolean }[]
  onChange: (value: Value) => void
}) {
  const name = createUniqueId()
  return (
    <div class="segmented-control" role="radiogroup" aria-label={props.label}>
      <For each={props.options}>
        {(option) => (
          <label class="segment">
            <input
              class="visually-hidden"
              type="radio"
              name={name}
              checked={props.value === option.value}
              disabled={option.disabled}
              onChange={() => props.onChange(option.value)}
            />
            {option.icon}
            {option.label}
          </label>
        )}
      </For>
    </div>
  )
}
