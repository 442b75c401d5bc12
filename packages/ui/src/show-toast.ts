import { createSignal } from 'solid-js'
import type { ToastRegion } from './ToastRegion.tsx'

export type ToastMessage = {
  text: string
  tone?: 'neutral' | 'success' | 'danger'
  /** The way back; `on` where it leads to something instead. Pressing it also closes the toast. */
  action?: { label: string; leads?: 'on'; onClick: () => void }
  /** One about the same takes the place of the one before: the way back that is offered is the last. */
  about?: string
  /** 6 s when absent, 10 s with an action. */
  durationMs?: number
}

/** What was done is undone by a key for longer than its toast is in sight, and not when nobody remembers it. */
const undoForMs = 5 * 60_000

const [region, setRegion] = createSignal<typeof ToastRegion>()
const [undo, setUndo] = createSignal<{ run: () => void }>()

/** The place of the toasts, once there was one to show. */
export const toastRegion = region

/** The way back from what was said last, if there is one. */
export const lastUndo = undo

/** Goes back from what was said last, once. */
export function undoLast() {
  undo()?.run()
}

/** Says what was done, with the way to undo it. Needs one `Toasts` in the page. */
export async function showToast(message: ToastMessage) {
  const { action } = message
  const back = action && action.leads !== 'on' ? { run: () => takeBack() } : undefined
  let close = () => {}
  const takeBack = () => {
    if (undo() === back) setUndo(undefined)
    close()
    action?.onClick()
  }
  if (back) {
    setUndo(back)
    setTimeout(() => undo() === back && setUndo(undefined), undoForMs)
  }
  const { ToastRegion, addToast } = await import('./ToastRegion.tsx')
  setRegion(() => ToastRegion)
  close = addToast(back && action ? { ...message, action: { ...action, onClick: takeBack } } : message)
}
