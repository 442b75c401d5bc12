import type { Leaving } from '@comptoir/contract/timeline'

/** What waits only to be taken back. */
export function leavingAt(undoUntil: string | null): Leaving | null {
  return undoUntil === null ? null : { is: 'soon', at: undoUntil }
}
