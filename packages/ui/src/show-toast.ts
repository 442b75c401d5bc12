import { createSignal } from 'solid-js'
import type { ToastRegion } from './ToastRegion.tsx'

export type ToastMessage = {
  text: string
  tone?: 'neutral' | 'success' | 'danger'
  /** The way back: pressing it also closes the toast. */
  action?: { label: string; onClick: () => void }
  /** 6 s when absent, 10 s with an action. */
  durationMs?: number
}

const [region, setRegion] = createSignal<typeof ToastRegion>()

/** The place of the toasts, once there was one to show. */
export const toastRegion = region

/** Says what was done, with the way to undo it. Needs one `Toasts` in the page. */
export async function showToast(message: ToastMessage) {
  const { ToastRegion, addToast } = await import('./ToastRegion.tsx')
  setRegion(() => ToastRegion)
  addToast(message)
}
