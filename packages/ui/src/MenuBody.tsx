import {
  Content,
  Group,
  GroupLabel,
  Item,
  ItemIndicator,
  ItemLabel,
  Portal,
  RadioGroup,
  RadioItem,
  Root,
  Separator,
  Trigger,
} from '@kobalte/core/dropdown-menu'
import Check from 'lucide-solid/icons/check'
import { createSignal, createUniqueId, For, Match, onMount, Show, Switch } from 'solid-js'
import { createCloseOnBack } from './create-close-on-back.ts'
import { Kbd } from './Kbd.tsx'
import { modalAround } from './modal-around.ts'
import type { MenuAct, MenuEntry, MenuProps } from './Menu.tsx'
import './Menu.css'

/** The menu itself; `Menu` shows it at the first press, so it opens at once. */
export function MenuBody(props: MenuProps & { openedBy: 'pointer' | 'keyboard' }) {
  const id = createUniqueId()
  const [open, setOpen] = createSignal(false)
  createCloseOnBack(open, () => setOpen(false))
  onMount(() => {
    const trigger = document.getElementById(id)
    trigger?.focus()
    // A key opens a menu on its first entry, as it will from now on.
    if (props.openedBy === 'keyboard')
      trigger?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
    else setOpen(true)
  })
  return (
    <Root open={open()} onOpenChange={setOpen} placement={props.place ?? 'bottom-end'} gutter={6} modal={false}>
      <Trigger as={props.trigger} id={id} />
      <Portal mount={placeFor(id)}>
        <Content class="menu">
          <For each={props.entries}>{(entry) => <Entry entry={entry} />}</For>
        </Content>
      </Portal>
    </Root>
  )
}

// In a landmark, those who walk a page by its landmarks meet the menu too.
function placeFor(triggerId: string) {
  const modal = modalAround(triggerId)
  if (modal) return modal
  const inPopover = document.getElementById(triggerId)?.closest('[role="dialog"]')
  return (!inPopover && document.querySelector('main')) || document.body
}

function Entry(props: { entry: MenuEntry }) {
  const heading = () => typeof props.entry === 'object' && 'heading' in props.entry && props.entry
  const choices = () => typeof props.entry === 'object' && 'choices' in props.entry && props.entry
  const act = () => typeof props.entry === 'object' && 'onSelect' in props.entry && props.entry
  return (
    <Switch fallback={<Separator class="menu-separator" />}>
      <Match when={act()}>{(item) => <Act act={item()} />}</Match>
      <Match when={heading()}>
        {(item) => (
          <Group>
            <GroupLabel class="menu-heading">{item().heading}</GroupLabel>
          </Group>
        )}
      </Match>
      <Match when={choices()}>
        {(item) => (
          <RadioGroup value={item().value} onChange={(value) => item().onChange(value)}>
            <GroupLabel class="menu-heading">{item().label}</GroupLabel>
            <For each={item().choices}>
              {(choice) => (
                <RadioItem class="menu-item" value={choice.value} closeOnSelect>
                  <ItemLabel class="menu-words">{choice.label}</ItemLabel>
                  <ItemIndicator class="menu-check">
                    <Check aria-hidden="true" />
                  </ItemIndicator>
                </RadioItem>
              )}
            </For>
          </RadioGroup>
        )}
      </Match>
    </Switch>
  )
}

function Act(props: { act: MenuAct }) {
  return (
    <Item
      class="menu-item"
      data-tone={props.act.tone}
      textValue={props.act.label}
      disabled={props.act.disabled}
      onSelect={() => props.act.onSelect()}
    >
      {props.act.icon}
      <span class="menu-words">
        {props.act.label}
        <Show when={props.act.detail}>
          <span class="menu-detail">{props.act.detail}</span>
        </Show>
      </span>
      <Show when={props.act.shortcut}>
        <span aria-hidden="true">
          <Kbd>{props.act.shortcut}</Kbd>
        </span>
      </Show>
    </Item>
  )
}
