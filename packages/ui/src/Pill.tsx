import { Show, type JSX } from 'solid-js'
import './Pill.css'

/** One line of a timeline that nobody said: an appointment confirmed, a quote approved. */
export function Pill(props: {
  icon?: JSX.Element
  tone?: 'neutral' | 'accent' | 'warm' | 'danger'
  href?: string
  children: JSX.Element
}) {
  const inside = () => (
    <>
      {props.icon}
      <span>{props.children}</span>
    </>
  )
  return (
    <Show
      when={props.href}
      fallback={
        <div class="pill" data-tone={props.tone ?? 'neutral'}>
          {inside()}
        </div>
      }
    >
      <a class="pill" data-tone={props.tone ?? 'neutral'} href={props.href}>
        {inside()}
      </a>
    </Show>
  )
}
