const firstWaitMs = 500
const longestWaitMs = 10_000

/** Tries again later and later, up to 10 s; `random` (0 to 1) spreads the attempts of many screens. */
export function makeBackoff(random: () => number) {
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  return {
    again(attempt: () => void) {
      clearTimeout(timer)
      const longest = Math.min(longestWaitMs, firstWaitMs * 2 ** failures++)
      timer = setTimeout(attempt, longest * (0.5 + random() / 2))
    },
    /** Forgets the attempt that waits; the next wait is the same as before. */
    cancel: () => clearTimeout(timer),
    /** It worked, or the world changed: the next wait is short again. */
    reset() {
      failures = 0
    },
  }
}
