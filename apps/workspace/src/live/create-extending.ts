import { createStore } from 'solid-js/store'

export type Extending = 'rest' | 'asking' | 'failed'

/** Asks for the next page of something, one at a time. */
export function createExtending<Page>(parts: {
  /** Where the next page begins; null when all is here. */
  cursorOf: (key: string) => string | null
  expect: (key: string) => void
  fetch: (key: string, cursor: string) => Promise<Page>
  add: (key: string, page: Page) => void
}) {
  const [states, setStates] = createStore<Record<string, Extending>>({})
  return {
    state: (key: string): Extending => states[key] ?? 'rest',
    async ask(key: string) {
      const cursor = parts.cursorOf(key)
      if (cursor === null || states[key] === 'asking') return
      setStates(key, 'asking')
      parts.expect(key)
      try {
        const page = await parts.fetch(key, cursor)
        // Before the page is there: whoever waits for what lies further asks for the next one at once.
        setStates(key, 'rest')
        // Fetched anew meanwhile: this page no longer joins it.
        if (parts.cursorOf(key) === cursor) parts.add(key, page)
      } catch {
        setStates(key, 'failed')
      }
    },
  }
}
