import { onCleanup } from 'solid-js'

/** For a button that goes away once it is pressed: `ref={passFocusOn(heir)}` gives its focus to what stands there next. */
export function passFocusOn(heir: (gone: HTMLElement) => HTMLElement | null | undefined) {
  return (button: HTMLElement) =>
    onCleanup(() => {
      if (document.activeElement !== button) return
      // Asked while it still stands among its neighbours, given once they moved up.
      const before = heir(button)
      queueMicrotask(() => (before?.isConnected ? before : heir(button))?.focus())
    })
}
