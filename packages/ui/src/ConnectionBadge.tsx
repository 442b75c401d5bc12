import './ConnectionBadge.css'

/** Whether what is shown is live. Each change is said aloud. */
export function ConnectionBadge(props: { state: 'live' | 'reconnecting' | 'offline'; label: string }) {
  return (
    <span class="connection-badge" data-state={props.state} role="status">
      <span class="connection-dot" aria-hidden="true" />
      <span class="truncate">{props.label}</span>
    </span>
  )
}
