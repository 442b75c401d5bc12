/** A step of a plan, as `explain (format json)` tells it. */
export interface PlanStep {
  'Node Type': string
  'Relation Name'?: string
  'Plan Rows': number
  'Total Cost': number
  Plans?: PlanStep[]
}

const sortedAtMost = 2000

/** The steps of a plan that read a big table from end to end, or sort a great part of one to show a page of it. */
export function findSlowSteps(step: PlanStep, big: Set<string>): string[] {
  const below = (step.Plans ?? []).flatMap((one) => findSlowSteps(one, big))
  const relation = step['Relation Name']
  if (step['Node Type'] === 'Seq Scan' && relation !== undefined && big.has(relation))
    return [`reads all of ${relation}`, ...below]
  const sorted = step.Plans?.[0]?.['Plan Rows'] ?? 0
  if (step['Node Type'] === 'Sort' && sorted > sortedAtMost) return [`sorts ${sorted} rows`, ...below]
  return below
}
