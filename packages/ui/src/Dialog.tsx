import { Content, Description, Overlay, Portal, Root, Title } from '@kobalte/core/dialog'
import X from 'lucide-solid/icons/x'
import { Show, type JSX } from 'solid-js'
import { createCloseOnBack } from './create-close-on-back.ts'
import { createFocusReturn } from './create-focus-return.ts'
import { startAtFirstField } from './focus-first-field.ts'
import { IconButton } from './IconButton.tsx'
import './Dialog.css'

export type DialogProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  description?: JSX.Element
  closeLabel: string
  size?: 'sm' | 'md' | 'lg'
  /** The acts, at the bottom right. */
  foot?: JSX.Element
  children?: JSX.Element
}

/** A question over the page, which waits. On a phone it rises from the bottom. */
export function Dialog(props: DialogProps) {
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
        <div class="dialog-place">
          <Content
            ref={panel}
            class="dialog"
            data-modal
            data-size={props.size ?? 'md'}
            onOpenAutoFocus={(event) => startAtFirstField(panel, event)}
            onCloseAutoFocus={returnFocus}
          >
            <div class="dialog-head">
              <Title class="dialog-title">{props.title}</Title>
              <IconButton size="sm" label={props.closeLabel} onClick={() => props.onOpenChange(false)}>
                <X />
              </IconButton>
            </div>
            <div class="dialog-body">
              <Show when={props.description}>
                <Description class="dialog-description">{props.description}</Description>
              </Show>
              {props.children}
            </div>
            <Show when={props.foot}>
              <div class="dialog-foot">{props.foot}</div>
            </Show>
          </Content>
        </div>
      </Portal>
    </Root>
  )
}
