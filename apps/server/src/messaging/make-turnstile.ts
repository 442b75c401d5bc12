/** Lets so many through at once; the others wait their turn. */
export function makeTurnstile(most: number) {
  let inside = 0
  const waiting: (() => void)[] = []
  return async function pass<T>(work: () => Promise<T>): Promise<T> {
    if (inside === most) await new Promise<void>((go) => waiting.push(go))
    else inside++
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else inside--
    }
  }
}
