import { splitProps, type JSX } from 'solid-js'
import { NavItemInside, type NavItemProps } from './NavItem.tsx'
import './NavItem.css'

/** Looks like a `NavItem` and opens something here, such as the rest of the navigation. */
export function NavButton(props: Omit<NavItemProps, 'place'> & JSX.ButtonHTMLAttributes<HTMLButtonElement>) {
  const [own, rest] = splitProps(props, ['icon', 'label', 'current', 'count', 'countLabel'])
  return (
    <button type="button" {...rest} class="nav-item" data-current={own.current || undefined}>
      <NavItemInside {...own} />
    </button>
  )
}
