import type { JSX } from 'solid-js'
import './ChipBar.css'

/** Chips on one line, which scrolls sideways and fades where more is hidden. */
export function ChipBar(props: { label: string; children: JSX.Element }) {
  // A mouse has only the one wheel.
  const scrollSideways = (event: WheelEvent & { currentTarget: HTMLElement }) => {
    if (event.deltaX === 0) event.currentTarget.scrollLeft += event.deltaY
  }
  return (
    <div class="chip-bar" role="group" aria-label={props.label} onWheel={scrollSideways}>
      {props.children}
    </div>
  )
}
