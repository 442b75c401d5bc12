// `npm run check`: everything that can be known without a browser.
import { runSteps } from './gate/run-steps.ts'
import { quickSteps } from './gate/steps.ts'

const startedAt = performance.now()
const outcomes = await runSteps(quickSteps, 2)
const failed = outcomes.filter(({ ok }) => !ok).map(({ name }) => name)
const seconds = ((performance.now() - startedAt) / 1000).toFixed(0)
console.log(failed.length ? `\n${failed.join(', ')} failed, in ${seconds} s` : `\nAll is well, in ${seconds} s`)
process.exitCode = failed.length ? 1 : 0
