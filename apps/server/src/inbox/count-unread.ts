import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import { askTogether, type Together } from '@comptoir/db/ask-together'
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
const countOne = askTogether(
  (_, all: Together<ToCount>) => sql<{ n: number; userId: string; messages: number }>`
    with asked as (
      select *
      from json_to_recordset(${all.rows}::json) as a (
        n integer, workspace_id uuid, id uuid, assignee_id uuid, top_at timestamptz, only_for uuid)
    ), counted as (
      insert into unread as u (workspace_id, user_id, conversation_id, messages, last_at, is_assignee)
      select m.workspace_id, m.user_id, a.id, 1, a.top_at, m.user_id is not distinct from a.assignee_id
      from asked a
      join membership m on m.workspace_id = a.workspace_id
      where m.disabled_at is null and (m.role <> 'delegate' or m.user_id = a.assignee_id)
        and (a.only_for is null or m.user_id = a.only_for)
      order by m.user_id, a.id
      on conflict (workspace_id, user_id, conversation_id)
        do update set messages = u.messages + 1, last_at = excluded.last_at
      returning user_id, conversation_id, messages
    )
    select a.n, c.user_id, c.messages from counted c join asked a on a.id = c.conversation_id`,
)
