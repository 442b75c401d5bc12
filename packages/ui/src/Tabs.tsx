import { createUniqueId, For, onMount, Show, type JSX } from 'solid-js'
import { watchTooltips } from './watch-tooltips.ts'
import './Tabs.css'

export type Tab<Value extends string> = { value: Value; label: string; icon?: JSX.Element; count?: JSX.Element }

/** Parts of one thing, one at a time. With `look="icons"` the words become tooltips. */
export function Tabs<Value extends string>(props: {
  label: string
  tabs: readonly Tab<Value>[]
  value: Value
  onChange: (value: Value) => void
  look?: 'words' | 'icons'
  /** The panel of the tab that is open. */
  children: JSX.Element
}) {
  const id = createUniqueId()
  let list: HTMLDivElement | undefined
  onMount(watchTooltips)

  function walk(event: KeyboardEvent) {
    const at = props.tabs.findIndex((tab) => tab.value === props.value)
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key]
    const next = to === undefined ? undefined : props.tabs.at(to % props.tabs.length)
    if (!next) return
    event.preventDefault()
    props.onChange(next.value)
    list?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus()
  }

  return (
    <div class="tabs" data-look={props.look ?? 'words'}>
      <div class="tab-list" role="tablist" aria-label={props.label} ref={list} onKeyDown={walk}>
        <For each={props.tabs}>
          {(tab) => (
            <button
              type="button"
              role="tab"
              class="tab"
              id={`${id}-${tab.value}`}
              aria-controls={`${id}-panel`}
              aria-selected={props.value === tab.value}
              data-tooltip={props.look === 'icons' ? tab.label : undefined}
              tabindex={props.value === tab.value ? 0 : -1}
              onClick={() => props.onChange(tab.value)}
            >
              {tab.icon}
              <span classList={{ 'visually-hidden': props.look === 'icons' }}>{tab.label}</span>
              <Show when={tab.count}>
                <span class="tab-count num">{tab.count}</span>
              </Show>
            </button>
          )}
        </For>
      </div>
      <div class="tab-panel" role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${props.value}`} tabindex="0">
        {props.children}
      </div>
    </div>
  )
}
