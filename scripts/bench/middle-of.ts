import { median } from './figure.ts'

/** How long a call takes, in milliseconds: the middle of so many. */
export async function middleOf(calls: number, call: () => Promise<unknown>): Promise<number> {
  const took: number[] = []
  for (let i = 0; i < calls; i++) {
    const start = performance.now()
    await call()
    took.push(performance.now() - start)
  }
  return median(took)
}
