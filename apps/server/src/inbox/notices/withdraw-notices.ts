import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { NoticeKind } from '@comptoir/contract/notices'
import { now } from '../../instant.ts'
import type { Fact } from '../../realtime/record-events.ts'
import { userRoom } from '../../realtime/rooms.ts'

/** Nobody needs to hear of these things any more: for whoever has not seen them, they are seen. */
export async function withdrawNotices(
  tx: Tx,
  workspaceId: string,
  of: { conversationIds: string[] } | { kind: NoticeKind; thingIds: string[] },
): Promise<Fact[]> {
  const seenAt = now()
  const which =
    'kind' in of
      ? sql`kind = ${of.kind} and thing_id = any(${of.thingIds}::uuid[])`
      : sql`conversation_id = any(${of.conversationIds}::uuid[])`
  const { rows } = await sql<{ userId: string; ids: string[] }>`
    with seen as (
      update notice set seen_at = ${seenAt}
      where workspace_id = ${workspaceId} and seen_at is null and ${which}
      returning user_id, id
    )
    select user_id, array_agg(id) as ids from seen group by user_id order by user_id`.execute(tx)
  return rows.map(({ userId, ids }) => ({
    name: 'inbox.notices_seen',
    rooms: [userRoom(userId)],
    data: { noticeIds: ids, seenAt },
  }))
}

/** Delegates who may no longer see these conversations know nothing of them any more. */
export async function forgetNotices(tx: Tx, workspaceId: string, conversationIds: string[]): Promise<void> {
  await sql`
    delete from notice n
    using conversation c, membership m
    where n.workspace_id = ${workspaceId} and n.conversation_id = any(${conversationIds}::uuid[])
      and c.workspace_id = n.workspace_id and c.id = n.conversation_id
      and m.workspace_id = n.workspace_id and m.user_id = n.user_id
      and m.role = 'delegate' and c.assignee_id is distinct from n.user_id`.execute(tx)
}
