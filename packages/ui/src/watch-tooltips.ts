import './Tooltip.css'

/**
 * Shows the text of `data-tooltip` (and the key of `data-tooltip-key`) beside whatever is hovered
 * or focused by keyboard. One bubble and one set of listeners serve the page; calling it again
 * does nothing. The bubble is for eyes only: the element carries its own accessible name.
 */
export function watchTooltips() {
  if (bubble) return
  bubble = makeBubble()
  document.addEventListener('pointerover', (event) => {
    if (event.pointerType === 'touch') return
    const target = anchorOf(event.target)
    if (target === anchor || event.target === bubble || bubble?.contains(asNode(event.target))) return
    hide()
    if (target) waitThenShow(target)
  })
  document.addEventListener('focusin', (event) => {
    const target = anchorOf(event.target)
    // After a finger, a dialog that gives the focus to its first button asks for nothing.
    if (target?.matches(':focus-visible') && !touched) show(target)
    else hide()
  })
  document.addEventListener('focusout', hide)
  document.addEventListener('pointerdown', (event) => {
    touched = event.pointerType === 'touch'
    hide()
  })
  document.addEventListener('scroll', () => shown && hide(), { capture: true, passive: true })
  // What it stands beside moves, and it would not.
  addEventListener('resize', () => shown && hide())
  document.addEventListener('keydown', (event) => {
    touched = false
    if (event.key === 'Escape') hide()
  })
}

let bubble: HTMLElement | undefined
let anchor: HTMLElement | undefined
let timer = 0
let shown = false
let touched = false

function makeBubble() {
  const made = document.createElement('div')
  made.className = 'tooltip'
  made.popover = 'manual'
  made.ariaHidden = 'true'
  return document.body.appendChild(made)
}

function asNode(target: EventTarget | null) {
  return target instanceof Node ? target : null
}

function anchorOf(target: EventTarget | null) {
  return target instanceof Element ? target.closest<HTMLElement>('[data-tooltip]') : null
}

// A pointer that only passes by is not asking.
function waitThenShow(target: HTMLElement) {
  anchor = target
  timer = window.setTimeout(() => show(target), 400)
}

function show(target: HTMLElement) {
  hide()
  const { tooltip, tooltipKey, tooltipUnder } = target.dataset
  if (!bubble || !tooltip || !target.isConnected) return
  // The wide screen already spells the word out.
  if (tooltipUnder && innerWidth >= Number(tooltipUnder)) return
  anchor = target
  bubble.textContent = tooltip
  if (tooltipKey) bubble.append(keyOf(tooltipKey))
  bubble.showPopover?.()
  shown = true
  place(bubble, target)
}

function hide() {
  clearTimeout(timer)
  anchor = undefined
  if (shown) bubble?.hidePopover?.()
  shown = false
  bubble?.replaceChildren()
}

function keyOf(shortcut: string) {
  const key = document.createElement('kbd')
  key.textContent = shortcut
  return key
}

function place(made: HTMLElement, target: HTMLElement) {
  const at = target.getBoundingClientRect()
  const size = made.getBoundingClientRect()
  const gap = 6
  if (target.dataset.tooltipSide === 'right') {
    made.style.left = `${at.right + gap}px`
    made.style.top = `${at.top + (at.height - size.height) / 2}px`
    return
  }
  const left = at.left + (at.width - size.width) / 2
  const below = at.bottom + gap
  const fits = below + size.height <= innerHeight - gap
  made.style.left = `${Math.max(gap, Math.min(left, innerWidth - size.width - gap))}px`
  made.style.top = `${fits ? below : at.top - gap - size.height}px`
}
