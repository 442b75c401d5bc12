import { appendFileSync } from 'node:fs'
import type { Reporter, TestCase, TestModule } from 'vitest/node'
import type { Totals } from '../gate/totals.ts'

type Failure = { message: string; diff?: string | undefined; stacks?: { file: string; line: number }[] | undefined }

/** Closes the run with `N passed, N failed`, and leaves both, with what failed, for the program that started it. */
export default class GateReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const passed = tests.filter((test) => test.result().state === 'passed').length
    // What was neither passed nor failed was skipped, and a skipped test proves nothing.
    const failedTests = tests.filter((test) => test.result().state !== 'passed')
    const brokenFiles = modules.filter((module) => module.errors().length > 0)
    const totals: Totals = {
      passed,
      failed: failedTests.length + brokenFiles.length + errors.length,
      failures: [
        ...failedTests.map(describeTest),
        ...brokenFiles.map((module) => `${module.relativeModuleId}\n${describeErrors(module.errors())}`),
        ...errors.map((error) => `Outside of any test\n${describeErrors([error as Failure])}`),
      ],
    }
    process.stdout.write(`\n${totals.passed} passed, ${totals.failed} failed\n`)
    if (process.env.TOTALS_FILE) appendFileSync(process.env.TOTALS_FILE, `${JSON.stringify(totals)}\n`)
  }
}

function describeTest(test: TestCase): string {
  const { state, errors } = test.result()
  return `${test.module.relativeModuleId} > ${test.fullName}\n${errors ? describeErrors(errors) : `It was ${state}.`}`
}

function describeErrors(errors: readonly Failure[]): string {
  const lines = errors.flatMap(({ message, diff, stacks }) => [
    message,
    ...(diff ? [diff] : []),
    ...(stacks ?? []).slice(0, 3).map(({ file, line }) => `at ${file}:${line}`),
  ])
  return lines.join('\n')
}
