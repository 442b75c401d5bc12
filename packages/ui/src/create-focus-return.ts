import { createComputed, on } from 'solid-js'

/** Gives the focus back, when something over the page closes, to what had it before it opened. */
export function createFocusReturn(open: () => boolean) {
  let opener: Element | null = null
  createComputed(
    on(open, (isOpen) => {
      if (isOpen) opener = openerOf(document.activeElement)
    }),
  )
  return (event: Event) => {
    // The focus has gone on to something else by itself.
    if (event.defaultPrevented) return
    // Otherwise it would go to a trigger, which a dialog opened by code has not.
    event.preventDefault()
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true })
  }
}

// An entry of a menu is gone by then; the button of its menu is not.
function openerOf(active: Element | null) {
  const menu = active?.closest('[role="menu"]')
  return menu ? document.getElementById(menu.getAttribute('aria-labelledby') ?? '') : active
}
