import type { KeptInTab } from '../kept-in-tab.ts'

/** A place that two pages of a test share, as two loads of one tab do. */
export function keptHere<Value>(): KeptInTab<Value> {
  let kept: string | undefined
  return {
    read: () => (kept === undefined ? undefined : (JSON.parse(kept) as Value)),
    keep: (value) => (kept = JSON.stringify(value)),
    forget: () => (kept = undefined),
  }
}
