import { setTimeout as wait } from 'node:timers/promises'

/** Waits so long, or until it is stopped. */
export async function pause(ms: number, stopping: AbortSignal): Promise<void> {
  await wait(ms, undefined, { signal: stopping }).catch(() => {})
}
