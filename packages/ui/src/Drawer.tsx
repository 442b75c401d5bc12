import { Content, Overlay, Portal, Root, Title } from '@kobalte/core/dialog'
import X from 'lucide-solid/icons/x'
import { Show, type JSX } from 'solid-js'
import { createCloseOnBack } from './create-close-on-back.ts'
import { createFocusReturn } from './create-focus-return.ts'
import { startAtFirstField } from './focus-first-field.ts'
import { IconButton } from './IconButton.tsx'
import './Dialog.css'
import './Drawer.css'

/** A panel over the page: from the right, or from the bottom as a phone's sheet. */
export function Drawer(props: {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  closeLabel: string
  side?: 'right' | 'bottom'
  foot?: JSX.Element
  children: JSX.Element
}) {
  const returnFocus = createFocusReturn(() => props.open)
  createCloseOnBack(
    () => props.open,
    () => props.onOpenChange(false),
  )
  let panel: HTMLDivElement | undefined
  return (
    <Root open={props.open} onOpenChange={(open) => props.onOpenChange(open)}>
      <Portal>
        <Overlay class="veil" />
        <Content
          ref={panel}
          class="drawer"
          data-modal
          data-side={props.side ?? 'right'}
          onOpenAutoFocus={(event) => startAtFirstField(panel, event)}
          onCloseAutoFocus={returnFocus}
        >
          <div class="drawer-head">
            <Title class="dialog-title">{props.title}</Title>
            <IconButton size="sm" label={props.closeLabel} onClick={() => props.onOpenChange(false)}>
              <X />
            </IconButton>
          </div>
          <div class="drawer-body">{props.children}</div>
          <Show when={props.foot}>
            <div class="dialog-foot">{props.foot}</div>
          </Show>
        </Content>
      </Portal>
    </Root>
  )
}
