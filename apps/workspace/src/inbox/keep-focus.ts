import { onCleanup, onMount } from 'solid-js'

interface Place {
  /** What has the focus; it may lie over the page. */
  element: Element
  /** Where on the page it is, or was before something lay over it. */
  in: { is: 'row'; list: string; id: string; at: number } | { is: 'conversation' } | { is: 'list' }
}

/** Whoever works by keyboard stays where they were when what had the focus goes away under them. */
export function keepFocus(page: {
  element: () => HTMLElement
  list: () => string
  /** The conversation that is open. */
  selectedId: () => string | undefined
  /** The row one stood on last. */
  cursor: () => string | undefined
}) {
  let last: Place | undefined
  let timer = 0

  function onFocusIn({ target }: FocusEvent) {
    if (!(target instanceof Element) || isStandIn(target)) return
    last = { element: target, in: page.element().contains(target) ? placeOf(target) : (last?.in ?? { is: 'list' }) }
  }

  function placeOf(target: Element): Place['in'] {
    if (target.closest('[data-conversation-open]')) return { is: 'conversation' }
    const row = target.closest('.row-place')?.querySelector('[data-conversation-row]')
    if (!row) return { is: 'list' }
    const at = Number(row.closest('.row-place')?.getAttribute('aria-posinset'))
    return { is: 'row', list: page.list(), id: row.id, at }
  }

  function settle() {
    if (!last || last.element.isConnected || !isLost(page.element())) return
    // What lies over the page takes the focus itself, and would go if it went elsewhere.
    if (document.querySelector('[role="dialog"]')) return
    const there = placeFor(last.in)
    if (there) return there.focus({ preventScroll: there.dataset['conversationRow'] === undefined })
    // What takes its place is on its way: the list holds the focus until it is there.
    page.element().querySelector<HTMLElement>('[data-focus-place]')?.focus({ preventScroll: true })
  }

  function placeFor(place: Place['in']): HTMLElement | null {
    if (place.is === 'conversation' && page.selectedId()) {
      const timeline = page.element().querySelector<HTMLElement>('[data-conversation-open] [role="log"]')
      return timeline
    }
    const rows = [...page.element().querySelectorAll<HTMLElement>('[data-conversation-row]')]
    const atOf = (row: HTMLElement) => Number(row.closest('.row-place')?.getAttribute('aria-posinset'))
    const same = place.is === 'row' ? place.id : `row-${page.cursor()}`
    const at = place.is === 'row' && place.list === page.list() ? place.at : 1
    const inOrder = rows.sort((a, b) => atOf(a) - atOf(b))
    return rows.find((row) => row.id === same) ?? inOrder.find((row) => atOf(row) >= at) ?? inOrder.at(-1) ?? null
  }

  onMount(() => {
    const observer = new MutationObserver(() => {
      if (!last || last.element.isConnected) return
      clearTimeout(timer)
      // Whatever gives the focus on by itself does so first.
      timer = window.setTimeout(settle)
    })
    observer.observe(document.body, { childList: true, subtree: true })
    document.addEventListener('focusin', onFocusIn)
    onCleanup(() => {
      clearTimeout(timer)
      observer.disconnect()
      document.removeEventListener('focusin', onFocusIn)
    })
  })
}

/** Nobody has it, or the list holds it meanwhile. */
function isLost(page: HTMLElement) {
  const { activeElement } = document
  return !activeElement || activeElement === document.body || (isStandIn(activeElement) && page.contains(activeElement))
}

function isStandIn(element: Element) {
  return element.hasAttribute('data-focus-place')
}
