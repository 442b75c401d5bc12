import { Show } from 'solid-js'
import './Badge.css'

/** A count, nothing at zero. `label` is what is said aloud in place of the bare figure. */
export function Badge(props: {
  count: number
  /** Beyond it the count reads `99+`. */
  most?: number
  label?: string
  tone?: 'accent' | 'neutral'
}) {
  const most = () => props.most ?? 99
  return (
    <Show when={props.count > 0}>
      <span
        class="badge num"
        data-tone={props.tone ?? 'accent'}
        role={props.label ? 'img' : undefined}
        aria-label={props.label}
      >
        {props.count > most() ? `${most()}+` : props.count}
      </span>
    </Show>
  )
}
