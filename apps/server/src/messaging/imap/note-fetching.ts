import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { Fact } from '../../realtime/record-events.ts'
import { runWork } from '../../realtime/run-command.ts'
import { mailboxColumns, mailboxView } from '../mailbox-view.ts'
import { mailboxChanged } from '../update-mailbox.ts'
import type { ClaimedMailbox, FetchingParts, FetchProblem } from './fetching.ts'

type Parts = Pick<FetchingParts, 'live'>

/** Says of a mailbox that it cannot be read and why, if that was not said yet. */
export function noteProblem({ live }: Parts, mailbox: ClaimedMailbox, problem: FetchProblem, detail: string) {
  return runWork(live, system(mailbox), async (tx) => {
    const changed = await updateOf(tx, mailbox)
      .set({ fetchProblem: problem, fetchDetail: detail, fetchProblemAt: sql<string>`now()` })
      .where(sql<boolean>`fetch_problem is distinct from ${problem}`)
      .returning(mailboxColumns)
      .executeTakeFirst()
    return { result: undefined, facts: changedFacts(mailbox, changed) }
  })
}

/** Says that it was read just now; screens are told only if it was not, or never before. */
export function noteWell({ live }: Parts, mailbox: ClaimedMailbox) {
  return runWork(live, system(mailbox), async (tx) => {
    const changed = await updateOf(tx, mailbox)
      .set({ fetchProblem: null, fetchDetail: null, fetchProblemAt: null, fetchedAt: sql<string>`now()` })
      .where(sql<boolean>`(fetch_problem is not null or fetched_at is null)`)
      .returning(mailboxColumns)
      .executeTakeFirst()
    if (!changed)
      await updateOf(tx, mailbox)
        .set({ fetchedAt: sql<string>`now()` })
        .execute()
    return { result: undefined, facts: changedFacts(mailbox, changed) }
  })
}

function updateOf(tx: Tx, { workspaceId, id }: ClaimedMailbox) {
  return tx.updateTable('mailbox').where('workspaceId', '=', workspaceId).where('id', '=', id)
}

function changedFacts({ workspaceId }: ClaimedMailbox, row: Parameters<typeof mailboxView>[0] | undefined): Fact[] {
  return row ? [mailboxChanged(workspaceId, mailboxView(row))] : []
}

function system({ workspaceId }: ClaimedMailbox) {
  return { is: 'system', workspaceId, cause: 'mail' } as const
}
