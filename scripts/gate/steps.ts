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
/** They wait for other servers more than they work: more of them go at once than there are cores. */
export const serverSteps: Step[] = [tests('tests against real servers', ['servers'], '--maxWorkers=4')]

function tests(name: string, projects: string[], ...options: string[]): Step {
  return {
    name,
    args: [inModules('vitest', 'vitest.mjs'), 'run', ...projects.map((project) => `--project=${project}`), ...options],
  }
}

function inModules(...path: string[]): string {
  return join(modules, ...path)
}
