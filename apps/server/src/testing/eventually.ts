import { vi } from 'vitest'

/** Waits until an expectation holds: long enough for a busy machine, and no longer than it takes. */
export function eventually<Found>(expectation: () => Found | Promise<Found>): Promise<Found> {
  return vi.waitFor(expectation, { timeout: 15_000, interval: 20 })
}
