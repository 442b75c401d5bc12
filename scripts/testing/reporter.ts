import { appendFileSync } from 'node:fs'
import type { Reporter, TestModule } from 'vitest/node'

/** Closes the run with `N passed, N failed`, and leaves both for the program that started it to add up. */
export default class Totals implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const states = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state))
    const brokenFiles = modules.filter((module) => module.errors().length > 0).length
    const passed = states.filter((state) => state === 'passed').length
    // What was neither passed nor failed was skipped, and a skipped test proves nothing.
    const failed = states.length - passed + brokenFiles + errors.length
    process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
    if (process.env.TOTALS_FILE) appendFileSync(process.env.TOTALS_FILE, `${JSON.stringify({ passed, failed })}\n`)
  }
}
