import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import { writeOnce } from '@comptoir/db/write-once'
import { topAt } from './top-at.ts'
import { unreadRecord } from './unread-by-person.ts'

interface Counted {
  workspaceId: string
  id: string
  assigneeId: string | null
  lastAt: string
  bumpedAt: string | null
}

/**
 * One more unread message for the active team and the delegate it is confided to, or for the one of them that is
 * named; answers the absolute counts of whoever was counted.
 */
export async function countUnread(
  tx: Tx,
  conversation: Counted,
  onlyFor: string | null = null,
): Promise<Record<string, number>> {
  const { workspaceId, id, assigneeId } = conversation
  return unreadRecord(await countOne(tx, { workspaceId, id, assigneeId, topAt: topAt(conversation), onlyFor }))
}

interface ToCount extends Pick<Counted, 'workspaceId' | 'id' | 'assigneeId'> {
  topAt: string
  onlyFor: string | null
}

// In the order of the users: two intakes then never wait for each other.
const countOne = writeOnce(
  (_, { workspaceId, id, assigneeId, topAt, onlyFor }: ToCount) => sql<{
    userId: string
    messages: number
  }>`
    insert into unread as u (workspace_id, user_id, conversation_id, messages, last_at, is_assignee)
    select m.workspace_id, m.user_id, ${id}::uuid, 1, ${topAt}::timestamptz,
      m.user_id is not distinct from ${assigneeId}::uuid
    from membership m
    where m.workspace_id = ${workspaceId} and m.disabled_at is null
      and (m.role <> 'delegate' or m.user_id = ${assigneeId}::uuid)
      and (${onlyFor}::uuid is null or m.user_id = ${onlyFor}::uuid)
    order by m.user_id
    on conflict (workspace_id, user_id, conversation_id)
      do update set messages = u.messages + 1, last_at = excluded.last_at
    returning user_id, messages`,
)
