import ChevronDown from 'lucide-solid/icons/chevron-down'
import { For, splitProps, type JSX } from 'solid-js'
import { useField } from './field-context.ts'
import './Select.css'

export type SelectOption = { value: string; label: string; disabled?: boolean }

/** One of a few. The browser's own list, which a phone shows best. */
export function Select(
  props: Omit<JSX.SelectHTMLAttributes<HTMLSelectElement>, 'onChange' | 'value' | 'children'> & {
    value: string
    options: readonly SelectOption[]
    onChange: (value: string) => void
    size?: 'sm' | 'md'
  },
) {
  const field = useField()
  const [own, rest] = splitProps(props, ['value', 'options', 'onChange', 'size'])
  return (
    <span class="select" data-size={own.size ?? 'md'}>
      <select
        id={field.id}
        aria-describedby={field.describedBy()}
        aria-invalid={field.invalid()}
        required={field.required()}
        {...rest}
        onChange={(event) => own.onChange(event.currentTarget.value)}
      >
        <For each={own.options}>
          {(option) => (
            <option value={option.value} selected={option.value === own.value} disabled={option.disabled}>
              {option.label}
            </option>
          )}
        </For>
      </select>
      <ChevronDown aria-hidden="true" />
    </span>
  )
}
