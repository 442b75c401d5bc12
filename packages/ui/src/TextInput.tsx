import { splitProps, type JSX } from 'solid-js'
import { useField } from './field-context.ts'
import './TextInput.css'

export type TextInputProps = Omit<JSX.InputHTMLAttributes<HTMLInputElement>, 'size'> & {
  size?: 'sm' | 'md'
  leading?: JSX.Element
  trailing?: JSX.Element
  onText?: (text: string) => void
}

/** One line of text. Inside a `Field` it takes its label, hint and error from it. */
export function TextInput(props: TextInputProps) {
  const field = useField()
  const [own, rest] = splitProps(props, ['size', 'leading', 'trailing', 'onText', 'class'])
  return (
    <span class="text-input" data-size={own.size ?? 'md'}>
      {own.leading}
      <input
        type="text"
        id={field.id}
        aria-describedby={field.describedBy()}
        aria-invalid={field.invalid()}
        required={field.required()}
        onInput={(event) => own.onText?.(event.currentTarget.value)}
        {...rest}
        class={own.class}
      />
      {own.trailing}
    </span>
  )
}
