import { createSignal, createUniqueId, Show, type JSX } from 'solid-js'
import './FoldedText.css'

/** What a message says besides, folded until one wants to read it. */
export function FoldedText(props: {
  /** What the button does while it is folded, and while it is open. */
  show: string
  hide: string
  icon: JSX.Element
  children: JSX.Element
}) {
  const id = createUniqueId()
  const [state, setState] = createSignal<'folded' | 'open'>('folded')
  const label = () => (state() === 'open' ? props.hide : props.show)
  return (
    <>
      <button
        type="button"
        class="folded-text-button"
        aria-label={label()}
        data-tooltip={label()}
        aria-expanded={state() === 'open'}
        aria-controls={id}
        onClick={() => setState(state() === 'open' ? 'folded' : 'open')}
      >
        {props.icon}
      </button>
      <div id={id} hidden={state() === 'folded'}>
        <Show when={state() === 'open'}>{props.children}</Show>
      </div>
    </>
  )
}
