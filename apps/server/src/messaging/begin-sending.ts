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
export function beginSending(db: Db, { answered, ...beginning }: Beginning): Promise<Set<string>> {
  return inWorkspaceWithLast(db, beginning.workspaceId, nothingBefore, async (tx) => {
    const concerned = [...beginning.ids, ...answered.map(({ id }) => id)]
    const begun = await begin(tx, { ...beginning, answered: JSON.stringify(answered), concerned })
    return new Set(begun.map(({ id }) => id))
  })
}

const nothingBefore = (_tx: Tx) => Promise.resolve()

interface ToBegin extends Omit<Beginning, 'answered'> {
  /** As JSON. */
  answered: string
  /** Those that begin and those that were answered. */
  concerned: string[]
}

// All rows in the order of their ids, as all others lock them.
const begin = writeOnce(
  (_, { workspaceId, ids, worker, answered, concerned }: ToBegin) => sql<{
    id: string
  }>`
    with told as (
      select t.id, t.change from jsonb_to_recordset(${answered}::jsonb) as t (id uuid, change jsonb)
    ), held as (
      select d.id
      from delivery d
      where d.workspace_id = ${workspaceId} and d.worker = ${worker}
        and d.id = any(${concerned}::uuid[])
        and d.state = case when d.id = any(${ids}::uuid[]) then 'claimed' else 'sending' end
      order by d.id
      for update
    ), kept as (
      update delivery d
      set answered = told.change
      from held
      join told on told.id = held.id
      where d.workspace_id = ${workspaceId} and d.id = held.id
    )
    update delivery d
    set state = 'sending'
    from held
    where d.workspace_id = ${workspaceId} and d.id = held.id and d.id = any(${ids}::uuid[])
    returning d.id`,
)
