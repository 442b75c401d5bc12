import { isUnreachable } from './is-unreachable.ts'

/** Whether what failed may be committed all the same: the connection was lost, and nobody knows how far it had come. */
export function mayHaveCommitted(error: unknown): boolean {
  const { code } = error as { code?: string }
  // Of a disk that is full, or of no connection being left, a database tells that did nothing.
  return isUnreachable(error) && !code?.startsWith('53')
}
