import Search from 'lucide-solid/icons/search'
import { onMount, splitProps, type JSX } from 'solid-js'
import { Kbd } from './Kbd.tsx'
import { watchTooltips } from './watch-tooltips.ts'
import './SearchButton.css'

/** Looks like a search box, opens the command palette. */
export function SearchButton(
  props: JSX.ButtonHTMLAttributes<HTMLButtonElement> & { label: string; shortcut?: string },
) {
  const [own, rest] = splitProps(props, ['label', 'shortcut'])
  onMount(watchTooltips)
  return (
    <button
      type="button"
      {...rest}
      class="search-button"
      data-tooltip={own.label}
      data-tooltip-key={own.shortcut}
      data-tooltip-side="right"
      data-tooltip-under="1280"
    >
      <Search aria-hidden="true" />
      <span class="search-button-label truncate">{own.label}</span>
      <span class="search-button-key" aria-hidden="true">
        <Kbd>{own.shortcut}</Kbd>
      </span>
    </button>
  )
}
