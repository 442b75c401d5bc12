import { inWorkspace } from '@comptoir/db/db'
import { sql } from 'kysely'
import { expect } from 'vitest'
import type { Shop } from './open-shop.ts'

/** Every number that is kept beside a view or on a bell equals a recount. */
export async function expectCountsExact({ test, workspaceId }: Pick<Shop, 'test' | 'workspaceId'>) {
  const { rows } = await inWorkspace(test.server.db, workspaceId, (tx) =>
    sql`
      with truth as (
        select scope, count(*)::integer as n
        from conversation c, unnest(conversation_scopes(c)) as scope
        group by scope
        union all
        select 'unread:' || user_id, count(*)::integer from unread group by user_id
        union all
        select 'unread-assignee', count(*)::integer from unread where is_assignee
        union all
        select 'notices:' || user_id, count(*)::integer from notice where seen_at is null and is_listed group by user_id
      )
      select scope, t.n as truth, v.n as kept
      from truth t full join view_count v using (scope)
      where coalesce(t.n, 0) <> coalesce(v.n, 0)`.execute(tx),
  )
  expect(rows).toEqual([])
}
