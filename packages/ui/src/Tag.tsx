import X from 'lucide-solid/icons/x'
import { Show, type JSX } from 'solid-js'
import './Tag.css'

export type TagTone = 'neutral' | 'accent' | 'warm' | 'danger' | 'info' | 'plum' | 'moss'

/** A tag, a category or a state. It can be taken off when `remove` says how and what it is called. */
export function Tag(props: {
  tone?: TagTone
  icon?: JSX.Element
  remove?: { label: string; onClick: () => void }
  children: JSX.Element
}) {
  return (
    <span class="tag" data-tone={props.tone ?? 'neutral'}>
      {props.icon}
      <span class="truncate">{props.children}</span>
      <Show when={props.remove}>
        {(remove) => (
          <button type="button" class="tag-remove" aria-label={remove().label} onClick={() => remove().onClick()}>
            <X aria-hidden="true" />
          </button>
        )}
      </Show>
    </span>
  )
}
