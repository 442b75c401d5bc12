import { Show, splitProps, type JSX } from 'solid-js'
import { Spinner } from './Spinner.tsx'
import './Button.css'

export type ButtonProps = JSX.ButtonHTMLAttributes<HTMLButtonElement> & {
  tone?: 'primary' | 'secondary' | 'ghost' | 'danger'
  size?: 'sm' | 'md'
  icon?: JSX.Element
  /** The act is under way: the button keeps its place and its focus, and cannot be pressed again. */
  busy?: boolean
}

export function Button(props: ButtonProps) {
  const [own, rest] = splitProps(props, ['tone', 'size', 'icon', 'busy', 'class', 'children'])
  // Disabling would send the focus to the top of the page, so a press is stopped instead.
  const stopWhileBusy = (event: MouseEvent) => {
    if (!own.busy) return
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  return (
    <button
      type="button"
      {...rest}
      class={own.class ? `button ${own.class}` : 'button'}
      data-tone={own.tone ?? 'secondary'}
      data-size={own.size ?? 'md'}
      aria-busy={own.busy || undefined}
      aria-disabled={own.busy || rest['aria-disabled']}
      on:click={{ handleEvent: stopWhileBusy, capture: true }}
    >
      <Show when={own.busy} fallback={own.icon}>
        <Spinner />
      </Show>
      {own.children}
    </button>
  )
}
