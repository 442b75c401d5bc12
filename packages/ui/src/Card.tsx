import { createUniqueId, Show, type JSX } from 'solid-js'
import './Card.css'

/** A block of a page; a region when it has a title. */
export function Card(props: { title?: string; actions?: JSX.Element; children: JSX.Element }) {
  const id = createUniqueId()
  return (
    <section class="card" aria-labelledby={props.title ? id : undefined}>
      <Show when={props.title}>
        <div class="card-head">
          <h2 class="card-title" id={id}>
            {props.title}
          </h2>
          {props.actions}
        </div>
      </Show>
      {props.children}
    </section>
  )
}
