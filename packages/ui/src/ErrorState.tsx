import CircleAlert from 'lucide-solid/icons/circle-alert'
import { Show, type JSX } from 'solid-js'
import { Button } from './Button.tsx'
import './EmptyState.css'

/** Something could not be shown: what happened, and the way to try again. */
export function ErrorState(props: {
  title: string
  text?: JSX.Element
  retry?: { label: string; onClick: () => void; busy?: boolean }
  /** The reference of the fault, for the support. */
  reference?: string
}) {
  return (
    <div class="empty-state" role="alert" data-tone="danger">
      <span class="empty-state-icon" aria-hidden="true">
        <CircleAlert />
      </span>
      <h2 class="empty-state-title">{props.title}</h2>
      <Show when={props.text}>
        <p class="empty-state-text">{props.text}</p>
      </Show>
      <Show when={props.retry}>
        {(retry) => (
          <div class="empty-state-action">
            <Button busy={retry().busy} onClick={() => retry().onClick()}>
              {retry().label}
            </Button>
          </div>
        )}
      </Show>
      <Show when={props.reference}>
        <code class="empty-state-reference">{props.reference}</code>
      </Show>
    </div>
  )
}
