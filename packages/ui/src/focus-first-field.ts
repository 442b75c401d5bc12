/** Starts a dialog at its first field, where there is one, rather than at its cross. */
export function focusFirstField(dialog: HTMLElement | undefined, event: Event) {
  const field = dialog?.querySelector<HTMLElement>(FIELD)
  if (!field) return
  event.preventDefault()
  // Once the dialog holds the focus, or it would not know where to bring it back.
  queueMicrotask(() => field.focus({ preventScroll: true }))
}

const FIELD = '[autofocus], :is(input, textarea, select):not(:disabled, [type="hidden"])'
