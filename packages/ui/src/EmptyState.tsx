import { Show, type JSX } from 'solid-js'
import './EmptyState.css'

/** Nothing is here yet: what this place is for, and the next step. */
export function EmptyState(props: { icon: JSX.Element; title: string; text?: JSX.Element; action?: JSX.Element }) {
  return (
    <div class="empty-state">
      <span class="empty-state-icon" aria-hidden="true">
        {props.icon}
      </span>
      <h2 class="empty-state-title">{props.title}</h2>
      <Show when={props.text}>
        <p class="empty-state-text">{props.text}</p>
      </Show>
      <Show when={props.action}>
        <div class="empty-state-action">{props.action}</div>
      </Show>
    </div>
  )
}
