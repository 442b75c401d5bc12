import type { JSX } from 'solid-js'
import './SideNav.css'

/** The navigation of a wide screen: 216 px with words, 68 px with icons, none on a phone. */
export function SideNav(props: {
  /** What the navigation is called aloud. */
  label: string
  head: JSX.Element
  /** `NavItem`s; one with `place="end"` goes to the bottom. */
  children: JSX.Element
  foot?: JSX.Element
}) {
  return (
    <div class="side-nav">
      <header class="side-nav-head">{props.head}</header>
      <nav class="side-nav-items" aria-label={props.label}>
        {props.children}
      </nav>
      <footer class="side-nav-foot">{props.foot}</footer>
    </div>
  )
}
