import { residentBytes } from '../../bench/process-figures.ts'
import { startProgram, type Ran } from './run-program.ts'

export interface Measured extends Ran {
  seconds: number
  /** The most memory it was seen with. */
  megabytes: number
}

/** Runs a program to its end, and looks ten times a second at the memory it uses. */
export async function measureProgram(...given: Parameters<typeof startProgram>): Promise<Measured> {
  const startedAt = performance.now()
  const { pid, ran } = startProgram(...given)
  let most = 0
  const looking = setInterval(() => {
    try {
      most = Math.max(most, residentBytes(pid))
    } catch {
      // It is over, and its end not told yet.
    }
  }, 100)
  try {
    const done = await ran
    return { ...done, seconds: (performance.now() - startedAt) / 1000, megabytes: Math.round(most / 2 ** 20) }
  } finally {
    clearInterval(looking)
  }
}
