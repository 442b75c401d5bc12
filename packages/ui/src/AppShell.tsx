import { Show, type JSX } from 'solid-js'
import './AppShell.css'

/**
 * The frame of an app: the navigation on the side (at the bottom on a phone), a banner over all,
 * and the page, whose element has the id `main`.
 */
export function AppShell(props: {
  nav: JSX.Element
  bottomBar: JSX.Element
  banner?: JSX.Element
  children: JSX.Element
}) {
  return (
    <div class="app-shell">
      {props.nav}
      <div class="app-shell-body">
        <Show when={props.banner}>{props.banner}</Show>
        <main class="app-shell-main" id="main" tabindex="-1">
          {props.children}
        </main>
      </div>
      {props.bottomBar}
    </div>
  )
}
