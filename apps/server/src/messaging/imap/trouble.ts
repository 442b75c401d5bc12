import type { ImapFlow } from 'imapflow'
import { isUnreachable } from '../../is-unreachable.ts'
import { DiskFull } from '../disk-room.ts'
import { ConnectionLost, LeaseLost, type FetchProblem } from './fetching.ts'
import type { ImapAccount } from './imap-account.ts'
import { detailOf, imapProblemOf } from './imap-problem.ts'

/** Why the reading of a mailbox ended. */
export type Trouble =
  | { is: 'problem'; problem: FetchProblem; detail: string }
  /** The database is away: nothing is wrong with the mailbox. */
  | { is: 'database' }
  /** It is paused, removed, or read by another process. */
  | { is: 'not_ours' }

export function troubleOf(error: unknown, account: ImapAccount, client: ImapFlow): Trouble {
  if (error instanceof LeaseLost) return { is: 'not_ours' }
  if (isUnreachable(error) && !isOfServer(error)) return { is: 'database' }
  if (error instanceof DiskFull) return { is: 'problem', problem: 'disk_full', detail: '' }
  const isOurs = !isOfServer(error) && !(error instanceof ConnectionLost)
  if (isOurs) return { is: 'problem', problem: 'unexpected', detail: '' }
  const detail = client.byeReason ?? detailOf(error)
  if (!client.usable) return { is: 'problem', problem: 'refused', detail }
  return { is: 'problem', problem: imapProblemOf(error, account), detail }
}

/** A network has bad minutes; what only a person can repair is said at once. */
export function isToSay(trouble: Trouble, failures: number): trouble is Extract<Trouble, { is: 'problem' }> {
  return trouble.is === 'problem' && (!passing.includes(trouble.problem) || failures > 1)
}

/** Milliseconds until the next try. */
export function pauseAfter(trouble: Trouble, failures: number): number {
  if (trouble.is !== 'problem') return 2000
  if (trouble.problem === 'disk_full') return 30_000
  // Asked more often with a wrong password, servers lock the account.
  if (/^auth|^imap_disabled$/.test(trouble.problem)) return 10 * 60_000
  return Math.min(15_000 * 2 ** (failures - 1), 5 * 60_000)
}

const passing: FetchProblem[] = ['timeout', 'refused', 'unexpected', 'host_not_found']

/** The library marks its errors with the connection they are of. */
function isOfServer(error: unknown) {
  return error instanceof Error && ('_connId' in error || 'rejectedFrom' in error || 'responseStatus' in error)
}
