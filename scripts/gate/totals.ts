import { existsSync, readFileSync } from 'node:fs'

export type Totals = { passed: number; failed: number }

/** The sum of what the test runs left in this file, one line each. */
export function readTotals(path: string): Totals {
  const lines = existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n').filter(Boolean) : []
  return sumTotals(lines.map((line) => JSON.parse(line) as Totals))
}

export function sumTotals(all: Totals[]): Totals {
  return {
    passed: all.reduce((sum, { passed }) => sum + passed, 0),
    failed: all.reduce((sum, { failed }) => sum + failed, 0),
  }
}
