import { sql } from 'kysely'
import { inWorkspace, type Db } from '@comptoir/db/db'

export interface GivenUp {
  workspaceId: string
  worker: string
  /** That stopped before its first byte: its beginning may have been committed all the same. */
  tried: string | null
  /** Nobody began these. What is `sending` among them is somebody else's, and stays so. */
  waiting: string[]
  waitMs: number
}

/** Gives up claims without having sent: nothing left, and nobody sees a difference. */
export async function putBack(db: Db, { workspaceId, worker, tried, waiting, waitMs }: GivenUp): Promise<void> {
  await inWorkspace(db, workspaceId, (tx) =>
    sql`
      with given as (
        select id from delivery
        where workspace_id = ${workspaceId} and worker = ${worker}
          and (id = any(${waiting}::uuid[]) and state = 'claimed'
               or id = ${tried}::uuid and state in ('claimed', 'sending'))
        order by id
        for update
      )
      update delivery d
      set state = 'queued', worker = null, lease_until = null,
          not_before = now() + make_interval(secs => ${waitMs / 1000})
      from given
      where d.workspace_id = ${workspaceId} and d.id = given.id`.execute(tx),
  )
}
