import { Content, Overlay, Portal, Root, Title } from '@kobalte/core/dialog'
import Search from 'lucide-solid/icons/search'
import { createEffect, createUniqueId, For, on, Show, type JSX } from 'solid-js'
import { createCloseOnBack } from './create-close-on-back.ts'
import { createFocusReturn } from './create-focus-return.ts'
import { createListCursor } from './create-list-cursor.ts'
import { Kbd } from './Kbd.tsx'
import { Spinner } from './Spinner.tsx'
import './CommandPalette.css'
import './Dialog.css'

export type PaletteItem = {
  id: string
  label: string
  detail?: string
  icon?: JSX.Element
  shortcut?: string
  onPick: () => void
}
export type PaletteGroup = { label: string; items: readonly PaletteItem[] }

export type CommandPaletteProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  label: string
  placeholder: string
  query: string
  onQuery: (query: string) => void
  /** What answers the query, already chosen and in order. */
  groups: readonly PaletteGroup[]
  emptyText: JSX.Element
  /** Said while more answers are on their way. */
  pendingLabel?: string
  foot?: JSX.Element
}

/** Everything one can do or find, from the keyboard: type, choose, Enter. */
export function CommandPalette(props: CommandPaletteProps) {
  const id = createUniqueId()
  const returnFocus = createFocusReturn(() => props.open)
  createCloseOnBack(
    () => props.open,
    () => props.onOpenChange(false),
  )
  const items = () => props.groups.flatMap((group) => group.items)
  const pick = (item: PaletteItem | undefined) => {
    if (!item) return
    // Closed first: what is picked may open something of its own.
    props.onOpenChange(false)
    item.onPick()
  }
  const cursor = createListCursor({ count: () => items().length, start: 0, onPick: (at) => pick(items()[at]) })
  createEffect(on(() => props.query, cursor.restart, { defer: true }))
  createEffect(() => document.getElementById(`${id}-${cursor.at()}`)?.scrollIntoView?.({ block: 'nearest' }))
  return (
    <Root open={props.open} onOpenChange={(open) => props.onOpenChange(open)}>
      <Portal>
        <Overlay class="veil" />
        <Content class="command-palette" onCloseAutoFocus={returnFocus}>
          <Title class="visually-hidden">{props.label}</Title>
          <div class="command-palette-head">
            <Search aria-hidden="true" />
            <input
              class="command-palette-input"
              role="combobox"
              aria-label={props.label}
              aria-expanded={items().length > 0}
              aria-controls={`${id}-list`}
              aria-autocomplete="list"
              aria-activedescendant={items().length ? `${id}-${cursor.at()}` : undefined}
              autocomplete="off"
              spellcheck={false}
              placeholder={props.placeholder}
              value={props.query}
              onInput={(event) => props.onQuery(event.currentTarget.value)}
              onKeyDown={(event) => cursor.onKey(event)}
            />
            <Show when={props.pendingLabel}>
              <Spinner label={props.pendingLabel} />
            </Show>
          </div>
          <div class="command-palette-list" role="listbox" id={`${id}-list`} aria-label={props.label}>
            <For each={props.groups}>
              {(group) => (
                <div role="group" aria-label={group.label}>
                  <div class="command-palette-group" aria-hidden="true">
                    {group.label}
                  </div>
                  <For each={group.items}>
                    {(item) => (
                      <Item
                        item={item}
                        id={`${id}-${items().indexOf(item)}`}
                        active={items()[cursor.at()] === item}
                        onPoint={() => cursor.moveTo(items().indexOf(item))}
                        onPick={() => pick(item)}
                      />
                    )}
                  </For>
                </div>
              )}
            </For>
          </div>
          <div role="status">
            <Show when={items().length === 0 && !props.pendingLabel}>
              <p class="command-palette-empty">{props.emptyText}</p>
            </Show>
          </div>
          <Show when={props.foot}>
            <div class="command-palette-foot">{props.foot}</div>
          </Show>
        </Content>
      </Portal>
    </Root>
  )
}

function Item(props: { item: PaletteItem; id: string; active: boolean; onPoint: () => void; onPick: () => void }) {
  return (
    <div
      class="command-palette-item"
      role="option"
      id={props.id}
      aria-selected={props.active}
      onPointerMove={() => props.onPoint()}
      onClick={() => props.onPick()}
    >
      {props.item.icon}
      <span class="command-palette-words truncate">
        {props.item.label}
        <Show when={props.item.detail}>
          <span class="command-palette-detail">{props.item.detail}</span>
        </Show>
      </span>
      <Show when={props.item.shortcut}>
        <span aria-hidden="true">
          <Kbd>{props.item.shortcut}</Kbd>
        </span>
      </Show>
    </div>
  )
}
