import { createContext, createSignal, useContext } from 'solid-js'
import type { ClientFound } from '@comptoir/contract/clients'
import type { BeginningTaken } from '@comptoir/contract/composer'

export type Overlay = 'palette' | 'keys' | 'more' | 'notices' | 'new-client' | 'new-message'
export type Overlays = ReturnType<typeof createOverlays>

export const OverlaysContext = createContext<Overlays>()

export function useOverlays(): Overlays {
  const overlays = useContext(OverlaysContext)
  if (!overlays) throw new Error('no shell around this component')
  return overlays
}

/** What lies over the page, one at a time. Their code is fetched when first opened, and kept. */
export function createOverlays() {
  const [open, setOpen] = createSignal<Overlay | null>(null)
  /** To whom a new message is, where that is known already. */
  const [recipient, setRecipient] = createSignal<ClientFound>()
  const [taken, setTaken] = createSignal<BeginningTaken>()
  const [seen, setSeen] = createSignal<ReadonlySet<Overlay>>(new Set())
  function show(overlay: Overlay) {
    setSeen((before) => new Set(before).add(overlay))
    setOpen(overlay)
  }
  return {
    isOpen: (overlay: Overlay) => open() === overlay,
    seen,
    show,
    recipient,
    /** Writes a new message, to somebody or to whom one will say. */
    writeTo(client?: ClientFound) {
      setRecipient(client)
      show('new-message')
    },
    taken,
    /** Writes on what was taken back. */
    writeAgain(beginning: BeginningTaken) {
      setRecipient(undefined)
      setTaken(beginning)
      show('new-message')
    },
    /** Closes what would lie over the page it led to; what is being written stays. */
    leave: () => setOpen((now) => (now === 'new-message' || now === 'new-client' ? now : null)),
    /** For `onOpenChange`. */
    set: (overlay: Overlay, isOpen: boolean) => {
      setSeen((before) => new Set(before).add(overlay))
      setOpen((now) => (isOpen ? overlay : now === overlay ? null : now))
    },
  }
}
