import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { Fact } from '../realtime/record-events.ts'
import { teamRoom } from '../realtime/rooms.ts'
import { mailboxColumns, mailboxView } from './mailbox-view.ts'
import type { SendOutcome } from './smtp-line.ts'
import type { SmtpProblem } from './smtp-account.ts'

interface Tried {
  mailbox: { id: string; state: 'active' | 'paused' | 'failing' }
  attempts: number
}

/** A network has bad minutes; what only a person can repair is said at once. */
const passing: SmtpProblem[] = ['timeout', 'refused', 'unexpected']
const triesBeforeSaying = 2

/** Says of a mailbox that it cannot send and why, or that it can again. */
export async function noteMailbox(tx: Tx, workspaceId: string, tried: Tried, outcome: SendOutcome): Promise<Fact[]> {
  const failure =
    outcome.outcome === 'not-sent' && outcome.reason !== 'stopped' && outcome.reason !== 'content'
      ? { problem: outcome.reason, detail: outcome.detail }
      : null
  const problem = failure?.problem ?? null
  if (problem === null && tried.mailbox.state !== 'failing') return []
  if (
    problem !== null &&
    passing.includes(problem) &&
    tried.attempts < triesBeforeSaying &&
    tried.mailbox.state !== 'failing'
  )
    return []
  const changed = await tx
    .updateTable('mailbox')
    .set(
      problem === null
        ? { state: 'active', lastProblem: null, lastDetail: null, lastProblemAt: null }
        : { state: 'failing', lastProblem: problem, lastDetail: failure?.detail, lastProblemAt: sql<string>`now()` },
    )
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', tried.mailbox.id)
    .where('state', problem === null ? '=' : '<>', problem === null ? 'failing' : 'paused')
    .returning(mailboxColumns)
    .executeTakeFirst()
  if (!changed) return []
  return [
    { name: 'messaging.mailbox_changed', rooms: [teamRoom(workspaceId)], data: { mailbox: mailboxView(changed) } },
  ]
}
