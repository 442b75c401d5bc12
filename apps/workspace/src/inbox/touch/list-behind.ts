/** A conversation that was opened from outside, by a notice or a link, gets the list behind it: there the phone's own back leads. */
export function putListBehind(hrefOfList: string) {
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  // Whoever loads the page again, or came back to it, has what was behind it.
  if (entry?.type !== 'navigate' || isOverList() || new URL(entry.name).pathname !== location.pathname) return
  const { href } = location
  const state = history.state as { _depth?: number } | null
  history.replaceState(state, '', hrefOfList)
  history.pushState({ ...state, ...overList, _depth: (state?._depth ?? 0) + 1 }, '', href)
}

/** What an address in the history says of a conversation under which the list is. */
export const overList = { over: 'list' }

export function isOverList() {
  return (history.state as { over?: string } | null)?.over === overList.over
}
