/** Puts a popover under its anchor, as wide as it, or above where the screen ends too soon. */
export function placeBeside(anchor: HTMLElement, panel: HTMLElement) {
  const gap = 4
  const at = anchor.getBoundingClientRect()
  const roomBelow = innerHeight - at.bottom - 2 * gap
  const roomAbove = at.top - 2 * gap
  panel.style.width = `${at.width}px`
  panel.style.left = `${at.left}px`
  panel.style.maxHeight = ''
  const below = panel.offsetHeight <= roomBelow || roomBelow >= roomAbove
  panel.style.maxHeight = `${Math.min(320, below ? roomBelow : roomAbove)}px`
  panel.style.top = below ? `${at.bottom + gap}px` : `${at.top - gap - panel.offsetHeight}px`
}
