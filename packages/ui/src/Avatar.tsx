import { onMount, Show, type JSX } from 'solid-js'
import { initialsOf, toneOf } from './initials.ts'
import { watchTooltips } from './watch-tooltips.ts'
import './Avatar.css'

/**
 * A person or business as initials on a calm tone, always the same for the same `seed` (an id;
 * the name when absent). Silent: the name stands beside it, or `label` says it.
 */
export function Avatar(props: {
  name: string
  seed?: string
  label?: string
  size?: 'xs' | 'sm' | 'md' | 'lg'
  /** A small icon on the lower edge, such as the channel last used. */
  badge?: JSX.Element
  /** `absent`: away for days. */
  presence?: 'here' | 'away' | 'absent'
  /** Said to whoever points at it; whoever listens hears `label`. */
  tooltip?: string
}) {
  onMount(watchTooltips)
  return (
    <span
      class="avatar"
      data-size={props.size ?? 'md'}
      data-tone={toneOf(props.seed ?? props.name)}
      data-presence={props.presence}
      data-tooltip={props.tooltip}
      role={props.label ? 'img' : undefined}
      aria-label={props.label}
      aria-hidden={props.label ? undefined : 'true'}
    >
      {initialsOf(props.name)}
      <Show when={props.badge}>
        <span class="avatar-badge">{props.badge}</span>
      </Show>
    </span>
  )
}
