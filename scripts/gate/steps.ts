import { join } from 'node:path'
import type { Step } from './run-step.ts'

const modules = join(import.meta.dirname, '..', '..', 'node_modules')

/** Longest first, so that the short ones fill the time beside it. */
export const quickSteps: Step[] = [
  tests('unit, database and ui tests', ['unit', 'db', 'ui']),
  { name: 'types', args: [inModules('typescript', 'bin', 'tsc'), '--noEmit'] },
  { name: 'unused code', args: [inModules('knip', 'bin', 'knip.js')] },
  { name: 'lint', args: [inModules('oxlint', 'bin', 'oxlint'), '--type-aware'] },
  { name: 'database types', args: ['scripts/db-types.ts', '--check'] },
  { name: 'format', args: [inModules('oxfmt', 'bin', 'oxfmt'), '--check', '.'] },
  { name: 'imports', args: ['scripts/check-imports.ts'] },
  { name: 'lock file', args: ['scripts/check-lock.mjs'] },
]

export const browserSteps: Step[] = [tests('browser tests', ['browser'])]
export const longSteps: Step[] = [tests('long tests', ['long'])]
export const serverSteps: Step[] = [tests('tests against real servers', ['servers'])]

function tests(name: string, projects: string[]): Step {
  return {
    name,
    args: [inModules('vitest', 'vitest.mjs'), 'run', ...projects.map((project) => `--project=${project}`)],
  }
}

function inModules(...path: string[]): string {
  return join(modules, ...path)
}
