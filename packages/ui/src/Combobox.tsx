import { createEffect, createSignal, createUniqueId, For, on, onCleanup, Show, splitProps, type JSX } from 'solid-js'
import { createListCursor } from './create-list-cursor.ts'
import { placeBeside } from './place-beside.ts'
import { Spinner } from './Spinner.tsx'
import { TextInput, type TextInputProps } from './TextInput.tsx'
import './Combobox.css'
import './Options.css'

export type ComboboxProps<Option> = Omit<TextInputProps, 'value' | 'onText' | 'trailing' | 'onSelect'> & {
  text: string
  onText: (text: string) => void
  /** The suggestions for this text; `undefined` while they are being fetched. */
  options: readonly Option[] | undefined
  option: (option: Option) => JSX.Element
  onPick: (option: Option) => void
  listLabel: string
  /** Shown and said when there is no suggestion. */
  emptyText: JSX.Element
  pendingLabel: string
}

/** A text with suggestions that come as one types; the one who writes picks, or keeps the text. */
export function Combobox<Option>(props: ComboboxProps<Option>) {
  const [own, rest] = splitProps(props, [
    'text',
    'onText',
    'options',
    'option',
    'onPick',
    'listLabel',
    'emptyText',
    'pendingLabel',
  ])
  const id = createUniqueId()
  const [state, setState] = createSignal<'open' | 'closed'>('closed')
  const options = () => own.options ?? []
  const pick = (at: number) => {
    const picked = options()[at]
    if (picked === undefined) return
    own.onPick(picked)
    setState('closed')
  }
  const cursor = createListCursor({ count: () => options().length, start: 0, onPick: pick })
  createEffect(on(() => own.options, cursor.restart, { defer: true }))

  let box: HTMLDivElement | undefined
  let panel: HTMLDivElement | undefined
  let shown: 'open' | 'closed' = 'closed'
  createEffect(() => {
    if (!panel || !box) return
    const wanted = state()
    if (wanted !== shown) panel.togglePopover?.(wanted === 'open')
    shown = wanted
    // The number of suggestions changes its height, hence which side it fits on.
    options()
    if (wanted !== 'open') return
    const place = placeBeside.bind(null, box, panel)
    place()
    // A phone that is turned would leave it behind.
    const following = new ResizeObserver(place)
    for (const one of [document.documentElement, box]) following.observe(one)
    onCleanup(() => following.disconnect())
  })

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape' && state() === 'open') {
      // Only the suggestions go, not the dialog around them.
      event.preventDefault()
      event.stopPropagation()
      setState('closed')
    } else if (state() === 'open') cursor.onKey(event)
    else if (event.key === 'ArrowDown') setState('open')
  }

  return (
    <div class="combobox" ref={box} on:keydown={onKeyDown} onFocusOut={() => setState('closed')}>
      <TextInput
        {...rest}
        role="combobox"
        autocomplete="off"
        aria-autocomplete="list"
        aria-expanded={state() === 'open'}
        aria-controls={`${id}-list`}
        aria-activedescendant={state() === 'open' && options().length ? `${id}-${cursor.at()}` : undefined}
        value={own.text}
        onText={(text) => {
          own.onText(text)
          setState('open')
        }}
        onClick={() => setState('open')}
        trailing={
          <Show when={state() === 'open' && !own.options}>
            <Spinner label={own.pendingLabel} />
          </Show>
        }
      />
      <div class="options-panel" popover="manual" ref={panel} onPointerDown={(event) => event.preventDefault()}>
        <ul class="combobox-list" role="listbox" id={`${id}-list`} aria-label={own.listLabel}>
          <For each={own.options}>
            {(option, at) => (
              <li
                class="option"
                role="option"
                id={`${id}-${at()}`}
                aria-selected={cursor.at() === at()}
                onPointerMove={() => cursor.moveTo(at())}
                onClick={() => pick(at())}
              >
                {own.option(option)}
              </li>
            )}
          </For>
        </ul>
        <div role="status">
          <Show when={state() === 'open' && own.options?.length === 0}>
            <p class="combobox-empty">{own.emptyText}</p>
          </Show>
        </div>
      </div>
    </div>
  )
}
