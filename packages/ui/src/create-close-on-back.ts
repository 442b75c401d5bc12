import { createEffect, on, onCleanup } from 'solid-js'

/** What an entry of the history says of what lay over the page. */
interface Mark {
  /** What lay over it. */
  overlay?: string
  /** How many entries it is above the one of its page. */
  overlays?: number
  /** What came to lie over it, in the entry above. */
  under?: string
  /** How deep the router takes it to be. */
  _depth?: number
}

const phone = '(max-width: 767.98px)'
/** What lies over the page, the last on top. */
let open: { id: string; close: () => void }[] = []
/** What the entry says that one is at, or was at before the page went on. */
let at: Mark = {}
let state: 'deaf' | 'listening' = 'deaf'

/**
 * On a phone, the way back closes what lies over the page before it leaves the page. What is open is an entry of the
 * history. Closed otherwise it leaves that entry, which the next takes over and the way back skips: to go back at
 * once would race with what the page goes on to.
 */
export function createCloseOnBack(isOpen: () => boolean, close: () => void): void {
  listen()
  let id: string | undefined

  function put() {
    if (!window.matchMedia?.(phone).matches) return
    id = enter()
    open = [...open, { id, close }]
  }

  function drop() {
    open = open.filter((one) => one.id !== id)
  }

  createEffect(on(isOpen, (now) => (now ? put() : drop())))
  onCleanup(drop)
}

/** How many entries of the history lie between here and the page itself. */
export function entriesOverPage(): number {
  return markHere().overlays ?? 0
}

/** Answers under which name something is open in the entry one is then at. */
function enter(): string {
  const here = markHere()
  const { overlay, under: _, ...rest } = here
  at = here
  if (overlay !== undefined && open.every((one) => one.id !== overlay)) return overlay
  const id = makeName()
  at = { ...rest, overlay: id, overlays: (here.overlays ?? 0) + 1, _depth: (here._depth ?? 0) + 1 }
  history.replaceState({ ...here, under: id }, '')
  history.pushState(at, '')
  return id
}

function listen() {
  if (state === 'listening') return
  state = 'listening'
  at = markHere()
  addEventListener('popstate', () => {
    const came = at
    at = markHere()
    const stays = open.findIndex((one) => one.id === at.overlay) + 1
    const closed = open.slice(stays).reverse()
    for (const one of closed) one.close()
    // Nothing lay there any more: whoever goes back means the page.
    if (closed.length === 0 && came.overlay !== undefined && at.under === came.overlay) history.back()
  })
}

function markHere(): Mark {
  return (history.state as Mark | null) ?? {}
}

let made = 0
function makeName() {
  // Unlike any of before the page was loaded again.
  return `${Date.now().toString(36)}-${++made}`
}
