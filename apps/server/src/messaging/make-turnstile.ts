export interface Turnstile {
  <T>(work: () => Promise<T>): Promise<T>
  /** Whether somebody waits for a turn. */
  isCrowded(): boolean
}

/** Lets so many through at once; the others wait their turn. `crowded` is called when one begins to wait. */
export function makeTurnstile(most: number, crowded = () => {}): Turnstile {
  let inside = 0
  const waiting: (() => void)[] = []

  async function pass<T>(work: () => Promise<T>): Promise<T> {
    if (inside === most) {
      await new Promise<void>((go) => {
        waiting.push(go)
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
