import { inWorkspace } from '@comptoir/db/db'
import { sql } from 'kysely'
import type { Logger } from 'pino'
import type { NightlyParts } from '../nightly-jobs.ts'

/** Counts every view anew; a difference is a bug, so it is reported as well as repaired. */
export async function recountViews({ db, log }: Counting, workspaceId: string) {
  const drift = await inWorkspace(db, workspaceId, async (tx) => {
    // One statement, so one instant; and the difference is added, so that what moves meanwhile is not lost.
    const { rows } = await sql<{ scope: string; n: number; by: number }>`
      with truth as (
        select scope, count(*)::integer as n
        from conversation c, unnest(conversation_scopes(c)) as scope
        where c.workspace_id = ${workspaceId}
        group by scope
        union all
        select 'unread:' || user_id, count(*)::integer from unread where workspace_id = ${workspaceId} group by user_id
        union all
        select 'unread-assignee', count(*)::integer from unread where workspace_id = ${workspaceId} and is_assignee
        having count(*) > 0
        union all
        select 'notices:' || user_id, count(*)::integer
        from notice where workspace_id = ${workspaceId} and seen_at is null and is_listed group by user_id
        union all
        select state, count(*)::integer
        from incoming_mail where workspace_id = ${workspaceId} and state in ('to_sort', 'spam')
        group by state
      ),
      drift as (
        select scope, coalesce(t.n, 0) - coalesce(v.n, 0) as by
        from truth t full join (select * from view_count where workspace_id = ${workspaceId}) v using (scope)
        where coalesce(t.n, 0) <> coalesce(v.n, 0)
      )
      insert into view_count as v (workspace_id, scope, n)
      select ${workspaceId}::uuid, scope, by from drift order by scope
      on conflict (workspace_id, scope) do update set n = v.n + excluded.n
      returning scope, n, (select by from drift d where d.scope = v.scope) as by`.execute(tx)
    return rows
  })
  if (drift.length > 0) log.error({ workspaceId, drift }, 'counts of views had drifted and were put right')
}

interface Counting extends Pick<NightlyParts, 'db'> {
  log: Pick<Logger, 'error'>
}
