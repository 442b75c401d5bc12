import { sql } from 'kysely'
import { inWorkspace } from '@comptoir/db/db'
import type { Live } from '../realtime/run-command.ts'

/**
 * Moves what was just said to when the example says it was: commands know only now. The log of this business
 * then no longer tells the truth, so it begins anew.
 */
export function backdate(live: Live, workspaceId: string, times: { id: string; at: Date }[]): Promise<void> {
  const ids = times.map(({ id }) => id)
  const instants = times.map(({ at }) => at.toISOString())
  const said = sql`unnest(${ids}::uuid[], ${instants}::timestamptz[]) as said (id, at)`
  return inWorkspace(live.db, workspaceId, async (tx) => {
    await sql`update message m set at = said.at from ${said} where m.id = said.id`.execute(tx)
    await sql`update note n set at = said.at from ${said} where n.id = said.id`.execute(tx)
    await sql`update delivery d set queued_at = said.at, state_at = said.at from ${said} where d.message_id = said.id`.execute(
      tx,
    )
    await sql`
      update conversation c
      set last_at = s.last_at, created_at = s.first_at,
          sent_at = s.sent_at,
          waiting_since = case when c.waiting_since is null then null else s.last_at end
      from (
        select conversation_id, min(at) as first_at, max(at) as last_at, max(sent_at) as sent_at
        from (
          select conversation_id, at, case when direction = 'out' and not is_automatic then at end as sent_at from message
          union all
          select conversation_id, at, null from note
        ) both_kinds
        group by conversation_id
      ) s
      where c.id = s.conversation_id`.execute(tx)
    await sql`
      update entry e
      set at = case when e.kind = 'archived' then c.last_at + interval '1 second' else c.created_at + interval '1 second' end
      from conversation c where c.id = e.conversation_id`.execute(tx)
    await sql`update unread u set last_at = c.last_at from conversation c where c.id = u.conversation_id`.execute(tx)
    // Whoever read a conversation knows what they were told of it.
    await sql`
      update notice n
      set at = c.last_at,
          seen_at = case when exists (
            select from unread u where u.conversation_id = n.conversation_id and u.user_id = n.user_id)
            then null else c.last_at end
      from conversation c where c.id = n.conversation_id`.execute(tx)
    await sql`update client k set created_at = least(k.created_at, s.first_at)
      from (select client_id, min(created_at) as first_at from conversation group by client_id) s
      where k.id = s.client_id`.execute(tx)
    await sql`delete from event`.execute(tx)
    await sql`update event_counter set floor_seq = last_seq`.execute(tx)
  })
}
