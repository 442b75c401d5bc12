import type { JSX } from 'solid-js'

/** Said aloud, never shown. */
export function VisuallyHidden(props: { children: JSX.Element }) {
  return <span class="visually-hidden">{props.children}</span>
}
