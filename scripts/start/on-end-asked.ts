const samePressMilliseconds = 500

/** Calls `end` once, when a signal asks for it or npm is gone. A second Ctrl+C does not wait for it. */
export function onEndAsked(end: () => Promise<void>): void {
  let askedAt: number | undefined
  const ask = () => {
    if (askedAt === undefined) {
      askedAt = performance.now()
      void end()
      return
    }
    // One Ctrl+C reaches us twice, from the terminal and passed on by npm.
    if (performance.now() - askedAt > samePressMilliseconds) process.exit(130)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, ask)
  if (process.env.npm_lifecycle_event) watchParent(() => void (askedAt === undefined && ask()))
}

// A signal to npm ends npm and its shell, and would leave us behind.
function watchParent(gone: () => void): void {
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    gone()
  }, 500)
  timer.unref()
}
