// `npm test`: the quick gate and the browser. `--long` and `--servers` run those tests alone.
import { parseArgs } from 'node:util'
import { runSteps } from './gate/run-steps.ts'
import { browserSteps, longSteps, quickSteps, serverSteps } from './gate/steps.ts'
import { sumTotals } from './gate/totals.ts'

const { long, servers } = parseArgs({ options: { long: { type: 'boolean' }, servers: { type: 'boolean' } } }).values

const outcomes = long
  ? await runSteps(longSteps, 1)
  : servers
    ? await runSteps(serverSteps, 1)
    : // The browser comes alone: its tests wait for a screen, and a busy machine would make them wait in vain.
      [...(await runSteps(quickSteps, 2)), ...(await runSteps(browserSteps, 1))]

const { passed, failed } = sumTotals(outcomes)
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed ? 1 : 0
