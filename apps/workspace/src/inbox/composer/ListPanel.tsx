import { createEffect, onCleanup, type JSX } from 'solid-js'
import { placeBeside } from '@comptoir/ui/place-beside.ts'
import '@comptoir/ui/Options.css'
import './ListPanel.css'

/** Suggestions beside where one writes; the focus stays in the text. */
export function ListPanel(props: {
  anchor: () => HTMLElement
  /** How many there are: none, and it is not there. */
  count: number
  size?: 'narrow' | 'wide'
  children: JSX.Element
}) {
  let panel!: HTMLDivElement
  let isShown = false
  createEffect(() => {
    const isWanted = props.count > 0
    if (isWanted !== isShown) panel.togglePopover?.(isWanted)
    isShown = isWanted
    if (!isWanted) return
    const place = placeBeside.bind(null, props.anchor(), panel)
    place()
    // A phone that is turned would leave it behind.
    const following = new ResizeObserver(place)
    for (const one of [document.documentElement, props.anchor()]) following.observe(one)
    onCleanup(() => following.disconnect())
  })
  return (
    <div
      class="options-panel list-panel"
      data-size={props.size ?? 'narrow'}
      popover="manual"
      // Whoever has no wheel scrolls it with the keys.
      tabindex="0"
      ref={panel}
      onPointerDown={(event) => event.preventDefault()}
    >
      {props.children}
    </div>
  )
}
