import type { JSX } from 'solid-js'
import './ChipBar.css'

/** Chips on one line, which scrolls sideways and fades where more is hidden. */
export function ChipBar(props: { label: string; children: JSX.Element }) {
  return (
    <div class="chip-bar" role="group" aria-label={props.label}>
      {props.children}
    </div>
  )
}
