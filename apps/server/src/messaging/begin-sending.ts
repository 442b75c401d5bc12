import { sql } from 'kysely'
import { inWorkspaceWithLast, type Db, type Tx } from '@comptoir/db/db'
import { writeOnce } from '@comptoir/db/write-once'
import type { DeliveryChange } from './move-deliveries.ts'

export interface Beginning {
  workspaceId: string
  worker: string
  /** The mails that are about to leave, as they were claimed. */
  claims: { id: string; claimedAt: string }[]
  /** What was answered to those before, which is committed with it. */
  answered: { id: string; change: DeliveryChange }[]
}

/**
 * Commits that these mails are about to leave; answers those that are still this worker's to send. All of it leaves in
 * one packet: a server waits, between its go-ahead and our first byte.
 */
export function beginSending(db: Db, { answered, ...beginning }: Beginning): Promise<Set<string>> {
  return inWorkspaceWithLast(db, beginning.workspaceId, nothingBefore, async (tx) => {
    const { workspaceId, worker, claims } = beginning
    const ids = claims.map(({ id }) => id)
    const claimedAts = claims.map(({ claimedAt }) => claimedAt)
    const own = { workspaceId, worker, ids, claimedAts, answeredIds: answered.map(({ id }) => id) }
    const begun = await begin(tx, { ...own, answered: JSON.stringify(answered) })
    return new Set(begun.map(({ id }) => id))
  })
}

const nothingBefore = (_tx: Tx) => Promise.resolve()

interface ToBegin extends Pick<Beginning, 'workspaceId' | 'worker'> {
  /** Those that begin, and when each was claimed. */
  ids: string[]
  claimedAts: string[]
  answeredIds: string[]
  /** As JSON. */
  answered: string
}

// All rows in the order of their ids, as all others lock them.
const begin = writeOnce(
  (_, { workspaceId, ids, claimedAts, answeredIds, worker, answered }: ToBegin) => sql<{
    id: string
  }>`
    with told as (
      select t.id, t.change from jsonb_to_recordset(${answered}::jsonb) as t (id uuid, change jsonb)
    ), claims as (
      select id, claimed_at from unnest(${ids}::uuid[], ${claimedAts}::timestamptz[]) as c (id, claimed_at)
    ), held as (
      select d.id
      from delivery d
      left join claims c on c.id = d.id
      where d.workspace_id = ${workspaceId} and d.worker = ${worker}
        and d.id = any(${ids}::uuid[] || ${answeredIds}::uuid[])
        and d.state = case when c.id is null then 'sending' else 'claimed' end
        and (c.id is null or d.state_at = c.claimed_at)
      order by d.id
      for update of d
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
