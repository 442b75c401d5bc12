import { onMount, type JSX } from 'solid-js'
import { Badge } from './Badge.tsx'
import { watchTooltips } from './watch-tooltips.ts'
import './NavItem.css'

export type NavItemProps = {
  icon: JSX.Element
  label: string
  current?: boolean
  count?: number
  /** What the count is, said aloud: « 24 non lus ». */
  countLabel?: string
  place?: 'end'
}

/** One place to go, in the side navigation or the bottom bar. */
export function NavItem(props: NavItemProps & { href: string }) {
  onMount(watchTooltips)
  return (
    <a
      class="nav-item"
      href={props.href}
      aria-current={props.current ? 'page' : undefined}
      data-place={props.place}
      data-tooltip={props.label}
      data-tooltip-side="right"
      data-tooltip-under="1280"
    >
      <NavItemInside {...props} />
    </a>
  )
}

export function NavItemInside(props: NavItemProps) {
  return (
    <>
      <span class="nav-item-icon" aria-hidden="true">
        {props.icon}
      </span>
      <span class="nav-item-label">{props.label}</span>
      <Badge count={props.count ?? 0} label={props.countLabel} tone={props.current ? 'accent' : 'neutral'} />
    </>
  )
}
