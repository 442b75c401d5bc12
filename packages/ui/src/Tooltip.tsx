import { children, createEffect, onMount, type JSX } from 'solid-js'
import { watchTooltips } from './watch-tooltips.ts'

/** Gives its one child a tooltip. The child keeps its own accessible name. */
export function Tooltip(props: { label: string; shortcut?: string; side?: 'bottom' | 'right'; children: JSX.Element }) {
  const target = children(() => props.children)
  onMount(watchTooltips)
  createEffect(() => {
    const element = target()
    if (!(element instanceof HTMLElement)) return
    element.dataset.tooltip = props.label
    element.dataset.tooltipSide = props.side ?? 'bottom'
    if (props.shortcut) element.dataset.tooltipKey = props.shortcut
    else delete element.dataset.tooltipKey
  })
  return <>{target()}</>
}
