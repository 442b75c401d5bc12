import { createContext, createSignal, useContext } from 'solid-js'
import type { ClientFound } from '@comptoir/contract/clients'
import { makeId } from '@comptoir/rules/uuid'
import type { Beginning } from '../inbox/beginning/beginning.ts'
import type { LetterWish } from '../inbox/forwarding/letter-wish.ts'

export type Overlay = 'palette' | 'keys' | 'more' | 'notices' | 'new-client' | 'new-message' | 'letter'
export type Overlays = ReturnType<typeof createOverlays>

/** What one writes in: it is over whatever page one goes to. */
const staying = new Set<Overlay>(['new-message', 'new-client', 'letter'])

export const OverlaysContext = createContext<Overlays>()

export function useOverlays(): Overlays {
  const overlays = useContext(OverlaysContext)
  if (!overlays) throw new Error('no shell around this component')
  return overlays
}

/** What lies over the page, one at a time. Their code is fetched when first opened, and kept. */
export function createOverlays() {
  const [open, setOpen] = createSignal<Overlay | null>(null)
  const [beginning, setBeginning] = createSignal<Beginning>()
  /** The one that was begun last was sent or thrown away. */
  let isBeginningDone = false
  function begin(one: Beginning) {
    isBeginningDone = false
    setBeginning(one)
    show('new-message')
  }
  const [letter, setLetter] = createSignal<LetterWish>()
  const [seen, setSeen] = createSignal<ReadonlySet<Overlay>>(new Set())
  function show(overlay: Overlay) {
    setSeen((before) => new Set(before).add(overlay))
    setOpen(overlay)
  }
  return {
    isOpen: (overlay: Overlay) => open() === overlay,
    seen,
    show,
    /** The conversation that is being begun, or was last. */
    beginning,
    /** Writes a new message, to somebody or to whom one will say. */
    writeTo(to?: ClientFound) {
      begin({ id: makeId(), to })
    },
    /** Writes on what was begun. */
    writeOn(id: string) {
      const now = beginning()
      begin(now?.id === id && !isBeginningDone ? now : { id })
    },
    /** Nothing of it is left to be written on. */
    beginningDone() {
      isBeginningDone = true
      setOpen((now) => (now === 'new-message' ? null : now))
    },
    letter,
    /** Writes to somebody outside. */
    writeLetter(wish: LetterWish) {
      setLetter(wish)
      show('letter')
    },
    /** Closes what would lie over the page it led to; what is being written stays. */
    leave: () => setOpen((now) => (now && staying.has(now) ? now : null)),
    /** For `onOpenChange`. */
    set: (overlay: Overlay, isOpen: boolean) => {
      setSeen((before) => new Set(before).add(overlay))
      setOpen((now) => (isOpen ? overlay : now === overlay ? null : now))
    },
  }
}
