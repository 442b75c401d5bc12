/** What a round found: whether nothing is left to do, and after how long to look again by itself. */
export interface Round {
  left: 'nothing' | 'something'
  pauseMs: number
}

export interface Rounds {
  wake(): void
  /** Resolves when a whole round found nothing left. */
  idle(): Promise<void>
  /** Resolves when the round under way has ended. */
  stop(): Promise<void>
}

/** Runs rounds one after another: at once when woken, and by itself after the pause a round asked for. */
export function runRounds(round: () => Promise<Round>, failed: (error: unknown) => void): Rounds {
  let woken = true
  let stopped = false
  let endPause = () => {}
  let waiting: (() => void)[] = []

  async function run() {
    while (!stopped) {
      woken = false
      const { left, pauseMs } = await round().catch((error: unknown): Round => {
        failed(error)
        return { left: 'something', pauseMs: 1000 }
      })
      if (woken || stopped) continue
      if (left === 'nothing') tellIdle()
      await pause(pauseMs)
    }
    tellIdle()
  }

  function pause(ms: number) {
    return new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      endPause = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  function tellIdle() {
    const told = waiting
    waiting = []
    told.forEach((tell) => tell())
  }

  function wake() {
    woken = true
    endPause()
  }

  const running = run()
  return {
    wake,
    idle: () =>
      new Promise((resolve) => {
        if (stopped) return resolve()
        waiting.push(resolve)
        wake()
      }),
    async stop() {
      stopped = true
      endPause()
      await running
    },
  }
}
