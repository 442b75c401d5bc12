import { Show } from 'solid-js'
import './UnreadDot.css'

/** Something new, without saying how much. */
export function UnreadDot(props: { count: number; label: string }) {
  return (
    <Show when={props.count > 0}>
      <span class="unread-dot" role="img" aria-label={props.label} />
    </Show>
  )
}
