import type { JSX } from 'solid-js'
import './BottomBar.css'

/** The navigation of a phone: at most four `NavItem`s and one `NavButton` for the rest. */
export function BottomBar(props: { label: string; children: JSX.Element }) {
  return (
    <nav class="bottom-bar" aria-label={props.label}>
      {props.children}
    </nav>
  )
}
