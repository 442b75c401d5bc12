export type StopList = {
  /** Remembers how to stop what has just started. Throws once nothing more may start. */
  add(stop: () => void | Promise<void>): void
  refuseMore(): void
  readonly refusing: boolean
  /** Stops everything, last started first. What fails to stop does not keep the rest from it. */
  run(): Promise<void>
}

export function makeStopList(): StopList {
  const stops: (() => void | Promise<void>)[] = []
  let refusing = false
  return {
    add(stop) {
      stops.push(stop)
      if (refusing) throw new Error('asked to stop while starting')
    },
    refuseMore() {
      refusing = true
    },
    get refusing() {
      return refusing
    },
    async run() {
      for (let stop = stops.pop(); stop; stop = stops.pop()) {
        try {
          await stop()
        } catch (error) {
          console.error(error)
        }
      }
    },
  }
}
