import type { JSX } from 'solid-js'
import './Kbd.css'

/** A key to press. */
export function Kbd(props: { children: JSX.Element }) {
  return <kbd class="kbd">{props.children}</kbd>
}
