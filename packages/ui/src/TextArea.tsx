import { splitProps, type JSX } from 'solid-js'
import { useField } from './field-context.ts'
import './TextArea.css'

/** Several lines of text, growing with them where the browser can. */
export function TextArea(props: JSX.TextareaHTMLAttributes<HTMLTextAreaElement> & { onText?: (text: string) => void }) {
  const field = useField()
  const [own, rest] = splitProps(props, ['onText', 'class'])
  return (
    <textarea
      id={field.id}
      rows={3}
      aria-describedby={field.describedBy()}
      aria-invalid={field.invalid()}
      required={field.required()}
      onInput={(event) => own.onText?.(event.currentTarget.value)}
      {...rest}
      class={own.class ? `text-area ${own.class}` : 'text-area'}
    />
  )
}
