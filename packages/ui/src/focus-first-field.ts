/** Starts a dialog at its first field, where there is one, rather than at its cross. */
export function startAtFirstField(dialog: HTMLElement | undefined, event: Event) {
  const field = dialog && firstIn(dialog, FIELD)
  if (!field) return
  event.preventDefault()
  // Once the dialog holds the focus, or it would not know where to bring it back.
  queueMicrotask(() => field.focus({ preventScroll: true }))
}

/** Goes to the first field of what took the place of something else; to its first button where nothing is typed. */
export function focusFirstField(place: HTMLElement) {
  const first = firstIn(place, FIELD) ?? firstIn(place, 'button')
  first?.focus({ preventScroll: true })
}

// Of what is folded away nothing can be reached.
function firstIn(place: HTMLElement, what: string) {
  return [...place.querySelectorAll<HTMLElement>(what)].find((one) => !one.closest('details:not([open])'))
}

// Of radios, the one that is chosen.
const FIELD =
  '[autofocus], :is(input:not([type="radio"]), [type="radio"]:checked, textarea, select):not(:disabled, [type="hidden"])'
