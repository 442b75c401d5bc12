import { existsSync, readFileSync } from 'node:fs'

/** What a test run came to. `failures` tell of each failed test its name and why, in a few lines. */
export type Totals = { passed: number; failed: number; failures: string[] }

/** The sum of what the test runs left in this file, one line each. */
export function readTotals(path: string): Totals {
  const lines = existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n').filter(Boolean) : []
  return sumTotals(lines.map((line) => JSON.parse(line) as Totals))
}

export function sumTotals(all: Totals[]): Totals {
  return {
    passed: all.reduce((sum, { passed }) => sum + passed, 0),
    failed: all.reduce((sum, { failed }) => sum + failed, 0),
    failures: all.flatMap(({ failures }) => failures),
  }
}
