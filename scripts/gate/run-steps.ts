import { type Outcome, runStep, type Step } from './run-step.ts'

/** Runs steps, so many at once, and prints a line for each as it ends; of one that failed, which tests did, or all it said. */
export async function runSteps(steps: Step[], atOnce: number): Promise<Outcome[]> {
  const waiting = [...steps]
  const outcomes: Outcome[] = []
  const work = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const outcome = await runStep(step)
      outcomes.push(outcome)
      report(outcome)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return outcomes
}

function report({ name, ok, seconds, passed, failed, failures, output }: Outcome): void {
  const tests = passed + failed > 0 ? `  ${passed} passed, ${failed} failed` : ''
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${name.padEnd(28)} ${seconds.toFixed(1).padStart(6)} s${tests}`)
  if (ok) return
  const said = failures.length > 0 ? failures.join('\n\n') : output.trimEnd()
  console.log(said.replaceAll(/^/gm, '       '))
}
