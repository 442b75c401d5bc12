import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import { writeOnce } from '@comptoir/db/write-once'

/** Writes that these mails are about to leave; answers those that are still this worker's to send. */
export async function beginSending(tx: Tx, workspaceId: string, ids: string[], worker: string): Promise<Set<string>> {
  const begun = await begin(tx, { workspaceId, ids, worker })
  return new Set(begun.map(({ id }) => id))
}

// In the order of their ids, as whoever reports on them locks them.
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
