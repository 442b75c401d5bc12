import { createContext, createSignal, useContext } from 'solid-js'

export type Overlay = 'palette' | 'keys' | 'more' | 'notices'
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
  const [seen, setSeen] = createSignal<ReadonlySet<Overlay>>(new Set())
  return {
    isOpen: (overlay: Overlay) => open() === overlay,
    seen,
    show(overlay: Overlay) {
      setSeen((before) => new Set(before).add(overlay))
      setOpen(overlay)
    },
    close: () => setOpen(null),
    /** For `onOpenChange`. */
    set: (overlay: Overlay, isOpen: boolean) => {
      setSeen((before) => new Set(before).add(overlay))
      setOpen((now) => (isOpen ? overlay : now === overlay ? null : now))
    },
  }
}
