import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { EntryItem } from '@comptoir/contract/timeline'
import { makeId } from '@comptoir/rules/uuid'
import type { Doer } from './apply-act.ts'

interface Told extends Pick<EntryItem, 'kind' | 'userId'> {
  summary?: string
  /** When the reminder it speaks of is due. */
  dueAt?: string | null
}

/** The same entry in the timeline of each of these conversations. */
export async function addEntries(
  tx: Tx,
  { workspaceId, name }: Pick<Doer, 'workspaceId' | 'name'>,
  conversations: { id: string }[],
  { kind, userId, summary = '', dueAt = null }: Told,
): Promise<void> {
  if (conversations.length === 0) return
  const ids = conversations.map(() => makeId())
  await sql`
    insert into entry (workspace_id, id, conversation_id, kind, actor_name, user_id, summary, due_at, at)
    select ${workspaceId}::uuid, n.id, n.conversation_id, ${kind}, ${name}, ${userId}::uuid, ${summary}, ${dueAt}::timestamptz,
      greatest(now(), c.last_at)
    from unnest(${ids}::uuid[], ${conversations.map(({ id }) => id)}::uuid[]) n (id, conversation_id)
    join conversation c on c.workspace_id = ${workspaceId} and c.id = n.conversation_id`.execute(tx)
}
