import { Show, type JSX } from 'solid-js'
import './SideNavIdentity.css'

/** A mark and up to two lines: the business at the head of the navigation, the person at its foot. */
export function SideNavIdentity(props: { mark: JSX.Element; name: string; detail?: JSX.Element }) {
  return (
    <div class="side-nav-identity">
      {props.mark}
      <div class="side-nav-words">
        <div class="side-nav-name truncate">{props.name}</div>
        <Show when={props.detail}>
          <div class="side-nav-detail truncate">{props.detail}</div>
        </Show>
      </div>
    </div>
  )
}
