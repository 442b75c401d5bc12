import { observeElementOffset, type Virtualizer } from '@tanstack/solid-virtual'

type List = Virtualizer<HTMLDivElement, Element>

/** How large a list is, told after each layout: to ask at once would make the browser lay out the page twice. */
export function observeBox({ scrollElement }: List, report: (rect: { width: number; height: number }) => void) {
  if (!scrollElement) return
  const observer = new ResizeObserver(([entry]) => {
    if (entry) report({ width: Math.round(entry.contentRect.width), height: Math.round(entry.contentRect.height) })
  })
  observer.observe(scrollElement)
  return () => observer.disconnect()
}

/** How far it is scrolled; a list that was just made is at its top. */
export function observeScroll(list: List, report: (offset: number, isScrolling: boolean) => void) {
  const { scrollElement } = list
  if (!scrollElement) return
  let stop: (() => void) | undefined | void
  const begin = () => {
    stop = observeElementOffset(list, report)
  }
  scrollElement.addEventListener('scroll', begin, { once: true, passive: true })
  report(0, false)
  return () => {
    scrollElement.removeEventListener('scroll', begin)
    stop?.()
  }
}
