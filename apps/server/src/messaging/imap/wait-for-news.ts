import type { ImapFlow } from 'imapflow'

/** Idles until the bell rings, which new mail does too, or the connection is gone: at the latest after so long. */
export function waitForNews(client: ImapFlow, bell: Bell, mostMs: number): Promise<void> {
  const waited = waitForBell(bell, mostMs)
  // It is ended by the next command. Where the server cannot tell by itself, it asks every so often instead.
  client.idle().catch(() => undefined)
  return waited
}

export function waitForBell(bell: Bell, mostMs: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(end, mostMs)
    bell.answer(end)

    function end() {
      clearTimeout(timer)
      bell.answer(null)
      resolve()
    }
  })
}

/** Rung from outside, also before anybody waits. */
export interface Bell {
  ring(): void
  answer(heard: (() => void) | null): void
  /** What was rung before means nothing from now on. */
  forget(): void
}

export function makeBell(): Bell {
  let rung = false
  let heard: (() => void) | null = null
  return {
    ring() {
      if (heard) heard()
      else rung = true
    },
    answer(next) {
      heard = next
      if (!next || !rung) return
      rung = false
      next()
    },
    forget() {
      rung = false
    },
  }
}
