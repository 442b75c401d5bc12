export interface Turnstile {
  /** Rejects with its reason once `gone` says that whoever waits for a turn waits no longer. */
  <T>(work: () => Promise<T>, gone?: AbortSignal): Promise<T>
  /** Whether somebody waits for a turn. */
  isCrowded(): boolean
}

/** Lets so many through at once; the others wait their turn. `crowded` is called when one begins to wait. */
export function makeTurnstile(most: number, crowded = () => {}): Turnstile {
  let inside = 0
  const waiting: (() => void)[] = []

  async function pass<T>(work: () => Promise<T>, gone?: AbortSignal): Promise<T> {
    if (inside === most) {
      await new Promise<void>((go, leave) => {
        waiting.push(go)
        gone?.addEventListener('abort', () => {
          const place = waiting.indexOf(go)
          if (place < 0) return
          waiting.splice(place, 1)
          leave(gone.reason)
        })
        crowded()
      })
    } else inside++
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else inside--
    }
  }

  return Object.assign(pass, { isCrowded: () => waiting.length > 0 })
}
