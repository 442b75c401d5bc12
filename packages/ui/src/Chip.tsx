import { Show, splitProps, type JSX } from 'solid-js'
import './Chip.css'

/** A small choice: a view of a list with its count, a filter, or (`dashed`) the way to add one. */
export function Chip(
  props: Omit<JSX.ButtonHTMLAttributes<HTMLButtonElement>, 'value'> & {
    pressed?: boolean
    count?: JSX.Element
    icon?: JSX.Element
    look?: 'plain' | 'dashed'
  },
) {
  const [own, rest] = splitProps(props, ['pressed', 'count', 'icon', 'look', 'class', 'children'])
  return (
    <button type="button" {...rest} class="chip" data-look={own.look ?? 'plain'} aria-pressed={own.pressed}>
      {own.icon}
      {own.children}
      <Show when={own.count}>
        <span class="chip-count num">{own.count}</span>
      </Show>
    </button>
  )
}
