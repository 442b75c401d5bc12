import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'

/** What a conversation shows of its reminders. */
export interface FollowUp {
  id: string
  /** When the earliest that is still to be dealt with is due, or was. */
  followUpAt: string | null
  /** What the one that is due says. */
  dueNote: string | null
}

/** Brings conversations, which are locked, up to date with their reminders. The last thing to do: their numbers move. */
export async function followUp(tx: Tx, workspaceId: string, conversationIds: string[]): Promise<FollowUp[]> {
  const { rows } = await sql<FollowUp>`
    update conversation c
    set follow_up_at = o.follow_up_at, due_note = o.due_note
    from (
      select i.id, min(r.due_at) as follow_up_at,
        (array_agg(r.note order by r.due_at, r.id) filter (where r.state = 'due'))[1] as due_note
      from unnest(${conversationIds}::uuid[]) i (id)
      left join reminder r on r.workspace_id = ${workspaceId} and r.conversation_id = i.id
        and r.state in ('waiting', 'due')
      group by i.id
    ) o
    where c.workspace_id = ${workspaceId} and c.id = o.id
    returning c.id, c.follow_up_at, c.due_note`.execute(tx)
  return rows
}
