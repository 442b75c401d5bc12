import { Content, Portal, Root, Trigger } from '@kobalte/core/popover'
import { createSignal, createUniqueId, onMount } from 'solid-js'
import { createCloseOnBack } from './create-close-on-back.ts'
import { modalAround } from './modal-around.ts'
import type { PopoverProps } from './Popover.tsx'
import './Popover.css'

/** The panel itself; `Popover` shows it at the first press, so it opens at once. */
export function PopoverBody(props: PopoverProps) {
  const id = createUniqueId()
  const [open, setOpen] = createSignal(false)
  createCloseOnBack(open, () => setOpen(false))
  onMount(() => {
    document.getElementById(id)?.focus()
    setOpen(true)
  })
  return (
    <Root open={open()} onOpenChange={setOpen} placement={props.place ?? 'bottom-start'} gutter={6}>
      <Trigger as={props.trigger} id={id} />
      <Portal mount={modalAround(id) ?? document.body}>
        <Content class="popover" aria-label={props.label}>
          {props.children(() => setOpen(false))}
        </Content>
      </Portal>
    </Root>
  )
}
