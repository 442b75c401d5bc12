import { createUniqueId, For, Show, type JSX } from 'solid-js'
import './Choice.css'
import './RadioGroup.css'

export type RadioOption<Value extends string> = { value: Value; label: string; hint?: JSX.Element; disabled?: boolean }

/** One of a few, all in sight, each with room to be explained. */
export function RadioGroup<Value extends string>(props: {
  label: string
  value: Value | undefined
  options: readonly RadioOption<Value>[]
  onChange: (value: Value) => void
}) {
  const name = createUniqueId()
  return (
    <fieldset class="radio-group">
      <legend class="radio-group-label">{props.label}</legend>
      <For each={props.options}>
        {(option) => (
          <label class="choice">
            <input
              type="radio"
              name={name}
              checked={props.value === option.value}
              disabled={option.disabled}
              onChange={() => props.onChange(option.value)}
            />
            <span class="choice-words">
              {option.label}
              <Show when={option.hint}>
                <span class="choice-hint">{option.hint}</span>
              </Show>
            </span>
          </label>
        )}
      </For>
    </fieldset>
  )
}
