import { CloseButton, List, Region, Root, toaster } from '@kobalte/core/toast'
import CircleAlert from 'lucide-solid/icons/circle-alert'
import CircleCheck from 'lucide-solid/icons/circle-check'
import X from 'lucide-solid/icons/x'
import { createComputed, createSignal, Show } from 'solid-js'
import { Portal } from 'solid-js/web'
import type { ToastMessage } from './show-toast.ts'
import './Toast.css'

const [closeLabel, setCloseLabel] = createSignal('')

export function ToastRegion(props: { label: string; closeLabel: string }) {
  createComputed(() => setCloseLabel(props.closeLabel))
  return (
    <Portal>
      <Region class="toast-region" aria-label={props.label} limit={3} swipeDirection="right" topLayer>
        <List as="div" class="toast-list" />
      </Region>
    </Portal>
  )
}

const shownAbout = new Map<string, number>()

/** Shows it; answers how to close it. */
export function addToast(message: ToastMessage): () => void {
  const before = message.about === undefined ? undefined : shownAbout.get(message.about)
  if (before !== undefined) toaster.dismiss(before)
  const id = toaster.show((toast) => <Toast toastId={toast.toastId} message={message} />)
  if (message.about !== undefined) shownAbout.set(message.about, id)
  return () => toaster.dismiss(id)
}

function Toast(props: { toastId: number; message: ToastMessage }) {
  const act = () => {
    props.message.action?.onClick()
    toaster.dismiss(props.toastId)
  }
  return (
    <Root
      as="div"
      class="toast"
      toastId={props.toastId}
      duration={props.message.durationMs ?? (props.message.action ? 10_000 : 6_000)}
      data-tone={props.message.tone ?? 'neutral'}
    >
      <Show when={props.message.tone === 'success'}>
        <CircleCheck aria-hidden="true" />
      </Show>
      <Show when={props.message.tone === 'danger'}>
        <CircleAlert aria-hidden="true" />
      </Show>
      <p class="toast-text">{props.message.text}</p>
      <Show when={props.message.action}>
        {(action) => (
          <button type="button" class="toast-action" onClick={act}>
            {action().label}
          </button>
        )}
      </Show>
      <CloseButton class="toast-close" aria-label={closeLabel()}>
        <X aria-hidden="true" />
      </CloseButton>
    </Root>
  )
}
