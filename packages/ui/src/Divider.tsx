import { Show, type JSX } from 'solid-js'
import './Divider.css'

/** A line between two things; with words, the start of a new day or of what is not read yet. */
export function Divider(props: { tone?: 'line' | 'accent'; children?: JSX.Element }) {
  return (
    <div class="divider" data-tone={props.tone ?? 'line'} role="separator">
      <Show when={props.children}>
        <span>{props.children}</span>
      </Show>
    </div>
  )
}
