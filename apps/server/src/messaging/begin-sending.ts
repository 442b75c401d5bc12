import { sql } from 'kysely'
import { inWorkspaceWithLast, type Db, type Tx } from '@comptoir/db/db'
import { writeOnce } from '@comptoir/db/write-once'
import type { DeliveryChange } from './move-deliveries.ts'

export interface Beginning {
  workspaceId: string
  worker: string
  /** The mails that are about to leave. */
  ids: string[]
  /** What was answered to those before, which is committed with it. */
  answered: { id: string; change: DeliveryChange }[]
}

/**
 * Commits that these mails are about to leave; answers those that are still this worker's to send. All of it leaves in
 * one packet: a server waits, between its go-ahead and our first byte.
 */
export function beginSending(db: Db, { workspaceId, worker, ids, answered }: Beginning): Promise<Set<string>> {
  return inWorkspaceWithLast(db, workspaceId, nothingBefore, async (tx) => {
    const [begun] = await Promise.all([
      begin(tx, { workspaceId, worker, ids }),
      answered.length > 0 && keepAnswers(tx, { workspaceId, worker, answered: JSON.stringify(answered) }),
    ])
    return new Set(begun.map(({ id }) => id))
  })
}

const nothingBefore = (_tx: Tx) => Promise.resolve()

// In the order of their ids, as all others lock them.
const begin = writeOnce(
  (_, { workspaceId, ids, worker }: { workspaceId: string; ids: string[]; worker: string }) => sql<{ id: string }>`
    with mine as (
      select id from delivery
      where workspace_id = ${workspaceId} and id = any(${ids}::uuid[]) and worker = ${worker} and state = 'claimed'
      order by id
      for update
    )
    update delivery d
    set state = 'sending'
    from mine
    where d.workspace_id = ${workspaceId} and d.id = mine.id
    returning d.id`,
)

const keepAnswers = writeOnce(
  (_, { workspaceId, worker, answered }: { workspaceId: string; worker: string; answered: string }) => sql`
    with told as (
      select d.id, t.change
      from jsonb_to_recordset(${answered}::jsonb) as t (id uuid, change jsonb)
      join delivery d on d.workspace_id = ${workspaceId} and d.id = t.id
      where d.worker = ${worker} and d.state = 'sending'
      order by d.id
      for update of d
    )
    update delivery d
    set answered = told.change
    from told
    where d.workspace_id = ${workspaceId} and d.id = told.id`,
)
