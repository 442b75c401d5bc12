import CircleAlert from 'lucide-solid/icons/circle-alert'
import Info from 'lucide-solid/icons/info'
import TriangleAlert from 'lucide-solid/icons/triangle-alert'
import WifiOff from 'lucide-solid/icons/wifi-off'
import { Show, type JSX } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import './Banner.css'

const ICONS = { info: Info, warning: TriangleAlert, danger: CircleAlert, offline: WifiOff }

/** A sentence about the whole of what is below it. Said aloud when it appears. */
export function Banner(props: {
  tone: keyof typeof ICONS
  children: JSX.Element
  action?: JSX.Element
  /** `page` runs along the top edge; `card` stands inside a page. */
  place?: 'page' | 'card'
}) {
  return (
    <div
      class="banner"
      data-tone={props.tone}
      data-place={props.place ?? 'card'}
      role={props.tone === 'danger' ? 'alert' : 'status'}
    >
      <Dynamic component={ICONS[props.tone]} aria-hidden="true" />
      <div class="banner-text">{props.children}</div>
      <Show when={props.action}>
        <div class="banner-action">{props.action}</div>
      </Show>
    </div>
  )
}
