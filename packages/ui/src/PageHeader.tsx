import ArrowLeft from 'lucide-solid/icons/arrow-left'
import { Show, type JSX } from 'solid-js'
import './PageHeader.css'

/** The top of a page or pane: its title, what it counts, and what can be done. */
export function PageHeader(props: {
  title: JSX.Element
  subtitle?: JSX.Element
  /** The way back to the list; `phone` shows it only where the list is not beside the page. */
  back?: { label: string; href: string; shown?: 'always' | 'phone'; onClick?: (event: MouseEvent) => void }
  actions?: JSX.Element
}) {
  return (
    <header class="page-header">
      <Show when={props.back}>
        {(back) => (
          <a
            class="page-header-back"
            href={back().href}
            aria-label={back().label}
            data-shown={back().shown ?? 'phone'}
            onClick={(event) => back().onClick?.(event)}
          >
            <ArrowLeft aria-hidden="true" />
          </a>
        )}
      </Show>
      <div class="page-header-words">
        <h1 class="page-header-title truncate">{props.title}</h1>
        <Show when={props.subtitle}>
          <p class="page-header-subtitle truncate">{props.subtitle}</p>
        </Show>
      </div>
      <Show when={props.actions}>
        <div class="page-header-actions">{props.actions}</div>
      </Show>
    </header>
  )
}
