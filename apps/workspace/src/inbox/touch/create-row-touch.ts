import { createSignal, onCleanup, onMount } from 'solid-js'

/** What a finger does to a row: it is drawn to one side, or held. */
export interface RowTouch {
  /** Whether rows can be drawn to this side now. */
  may: (side: Side) => boolean
  /** It was let go beyond the threshold; resolves when the row may come back, if it is still there. */
  drawn: (id: string, side: Side) => Promise<unknown>
  held: (id: string) => void
  /** While some are chosen, a tap chooses another. */
  isChoosing: () => boolean
  tapped: (id: string) => void
}

/** To which side the row goes: what lies under it on the other side is shown. */
export type Side = 'left' | 'right'

/** A row that is not where it was. */
export interface Drawn {
  id: string
  side: Side
  /** How far, in px, always positive. */
  byPx: number
  /** Of the list, from its top. */
  topPx: number
  state: 'begun' | 'enough' | 'gone'
}

/** So far a row is drawn before letting go does it. */
export const enoughPx = 104
/** So far a finger may stray and still tap, hold, or mean to scroll. */
const strayPx = 10
const heldAfterMs = 450
/** Here the browser itself goes back or forward. */
const edgePx = 28

interface Finger {
  pointerId: number
  id: string
  place: HTMLElement
  fromX: number
  fromY: number
  means: 'unknown' | 'draw' | 'scroll' | 'hold'
}

/** Follows one finger on the rows of a list. A finger that goes up or down scrolls, and the browser's own edges are its own. */
export function createRowTouch(box: HTMLElement, act: RowTouch) {
  const [drawn, setDrawn] = createSignal<Drawn>()
  let finger: Finger | undefined
  let holding: ReturnType<typeof setTimeout> | undefined
  /** The browser makes a click of a finger that is lifted. */
  let swallow: 'nothing' | 'click' = 'nothing'
  /** A screen that can be touched may have a mouse too, whose clicks mean what they always do. */
  let pressedBy: string | undefined

  function down(event: PointerEvent) {
    swallow = 'nothing'
    pressedBy = event.pointerType
    const place = placeOf(event)
    const id = place && idOf(place)
    // A second finger, or one while a row is still on its way, means something else.
    if (!place || !id || event.pointerType !== 'touch' || !event.isPrimary || drawn()) return cancel()
    finger = { pointerId: event.pointerId, id, place, fromX: event.clientX, fromY: event.clientY, means: 'unknown' }
    holding = setTimeout(hold, heldAfterMs)
  }

  function hold() {
    if (finger?.means !== 'unknown') return
    finger.means = 'hold'
    swallow = 'click'
    act.held(finger.id)
  }

  function move(event: PointerEvent) {
    if (event.pointerId !== finger?.pointerId) return
    const [byX, byY] = [event.clientX - finger.fromX, event.clientY - finger.fromY]
    if (finger.means === 'unknown' && Math.hypot(byX, byY) > strayPx) begin(byX, byY)
    if (finger.means !== 'draw') return
    const side = byX > 0 ? 'right' : 'left'
    const byPx = act.may(side) ? Math.min(Math.abs(byX), box.clientWidth) : 0
    const topPx = finger.place.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop
    setDrawn({ id: finger.id, side, byPx, topPx, state: byPx >= enoughPx ? 'enough' : 'begun' })
  }

  function begin(byX: number, byY: number) {
    clearTimeout(holding)
    const isOwn = finger!.fromX > edgePx && finger!.fromX < innerWidth - edgePx
    const isDrawing = Math.abs(byX) > 1.5 * Math.abs(byY) && isOwn && !act.isChoosing()
    finger!.means = isDrawing ? 'draw' : 'scroll'
    if (!isDrawing) return
    swallow = 'click'
    finger!.place.setPointerCapture(finger!.pointerId)
  }

  function up(event: PointerEvent) {
    if (event.pointerId !== finger?.pointerId) return
    const now = drawn()
    cancelFinger()
    if (now?.state !== 'enough') return setDrawn(undefined)
    setDrawn({ ...now, byPx: box.clientWidth, state: 'gone' })
    void act.drawn(now.id, now.side).finally(() => setDrawn(undefined))
  }

  function cancel() {
    cancelFinger()
    if (drawn()?.state !== 'gone') setDrawn(undefined)
  }

  function cancelFinger() {
    clearTimeout(holding)
    finger = undefined
  }

  function click(event: MouseEvent) {
    const place = placeOf(event)
    const id = place && idOf(place)
    const isOnRow = event.target instanceof Element && event.target.closest('[data-conversation-row]') !== null
    const isChoice = pressedBy === 'touch' && act.isChoosing() && isOnRow
    if (swallow === 'nothing' && !isChoice) return
    event.preventDefault()
    event.stopPropagation()
    if (swallow === 'nothing' && id) act.tapped(id)
    swallow = 'nothing'
  }

  /** A finger that holds a link would get the menu of the browser. */
  function menu(event: MouseEvent) {
    if (finger) event.preventDefault()
  }

  onMount(() => {
    const stop = new AbortController()
    const how = { signal: stop.signal }
    box.addEventListener('pointerdown', down, how)
    box.addEventListener('pointermove', move, how)
    box.addEventListener('pointerup', up, how)
    // The browser took it, to scroll.
    box.addEventListener('pointercancel', cancel, how)
    box.addEventListener('click', click, { ...how, capture: true })
    box.addEventListener('contextmenu', menu, how)
    onCleanup(() => stop.abort())
  })
  onCleanup(cancelFinger)
  return drawn
}

function placeOf(event: Event) {
  return event.target instanceof Element ? (event.target.closest<HTMLElement>('.row-place') ?? undefined) : undefined
}

function idOf(place: HTMLElement) {
  return place.querySelector('[data-conversation-row]')?.id.replace(/^row-/, '')
}
