import { onMount, splitProps, type JSX } from 'solid-js'
import { watchTooltips } from './watch-tooltips.ts'
import './IconButton.css'

export type IconButtonProps = Omit<JSX.ButtonHTMLAttributes<HTMLButtonElement>, 'aria-label' | 'title'> & {
  /** Said aloud, and shown as a tooltip. */
  label: string
  /** The key that does the same, shown in the tooltip: `E`, `Ctrl K`. */
  shortcut?: string
  tone?: 'ghost' | 'secondary' | 'primary'
  size?: 'sm' | 'md'
}

export function IconButton(props: IconButtonProps) {
  const [own, rest] = splitProps(props, ['label', 'shortcut', 'tone', 'size', 'class', 'children'])
  onMount(watchTooltips)
  return (
    <button
      type="button"
      {...rest}
      class={own.class ? `icon-button ${own.class}` : 'icon-button'}
      data-tone={own.tone ?? 'ghost'}
      data-size={own.size ?? 'md'}
      aria-label={own.label}
      data-tooltip={own.label}
      data-tooltip-key={own.shortcut}
    >
      {own.children}
    </button>
  )
}
