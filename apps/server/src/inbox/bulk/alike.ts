import type { Applied, Change } from './apply-act.ts'

/** The same became of all of them. */
export function alike(change: Change, was: Map<string, object>): Applied {
  return { changes: [{ change, ids: [...was.keys()] }], was }
}
