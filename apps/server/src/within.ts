import { setTimeout as wait } from 'node:timers/promises'

/** What was asked for, or `late` when it takes longer than this. The asking itself is not ended. */
export async function within<Answer, Late>(mostMs: number, asked: Promise<Answer>, late: Late): Promise<Answer | Late> {
  const clock = new AbortController()
  try {
    return await Promise.race([asked, wait(mostMs, late, { signal: clock.signal })])
  } finally {
    clock.abort()
  }
}
