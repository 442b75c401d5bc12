/** One figure of a bench, beside its baseline and the budget it may cost. */
export interface Figure {
  bench: string
  figure: string
  value: number
  unit: string
  baseline: number | null
  /** value / baseline, or the value itself where the budget is absolute. */
  ratio: number
  budget: number
  /** `at-most`: lower is better; `at-least`: a throughput. */
  ok: boolean
}

export interface FigureInput {
  bench: string
  figure: string
  value: number
  unit: string
  baseline?: number
  atMost?: number
  atLeast?: number
}

export function figure({ bench, figure, value, unit, baseline, atMost, atLeast }: FigureInput): Figure {
  const ratio = baseline === undefined ? value : value / baseline
  const ok = (atMost === undefined || ratio <= atMost) && (atLeast === undefined || ratio >= atLeast)
  return { bench, figure, value, unit, baseline: baseline ?? null, ratio, budget: (atMost ?? atLeast)!, ok }
}

export function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

/** The middle of what the rounds gave: one disturbed round does not decide. */
export function median(values: number[]): number {
  return percentile(values, 0.5)
}
