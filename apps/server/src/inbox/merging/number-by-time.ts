import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'

/**
 * Numbers what was said in a conversation anew, by time, so that the last has this number. None gets a lower one than it
 * had: whoever had seen up to a number has seen no more than before.
 */
export async function numberByTime(tx: Tx, workspaceId: string, conversationId: string, lastSeq: number) {
  const own = sql`workspace_id = ${workspaceId} and conversation_id = ${conversationId}`
  // Below zero first: a number is taken until whoever has it gets another.
  await sql`
    with said as (
      select id, at, seq, 'message' as kind from message where ${own}
      union all
      select id, at, seq, 'note' from note where ${own}
    ), numbered as (
      select id, kind, seq,
        ${lastSeq}::integer - (count(*) over ())::integer + (row_number() over (order by at, seq))::integer as n
      from said
    ), seen as (
      update draft d set base_seq = b.n
      from (
        select d.user_id, max(n.n) as n from draft d join numbered n on n.seq <= d.base_seq
        where d.workspace_id = ${workspaceId} and d.conversation_id = ${conversationId}
        group by d.user_id) b
      where d.workspace_id = ${workspaceId} and d.conversation_id = ${conversationId} and d.user_id = b.user_id
    ), messages as (
      update message m set seq = -n.n from numbered n
      where m.workspace_id = ${workspaceId} and m.id = n.id and n.kind = 'message' and n.n <> n.seq
    )
    update note t set seq = -n.n from numbered n
    where t.workspace_id = ${workspaceId} and t.id = n.id and n.kind = 'note' and n.n <> n.seq`.execute(tx)
  await sql`update message set seq = -seq where ${own} and seq < 0`.execute(tx)
  await sql`update note set seq = -seq where ${own} and seq < 0`.execute(tx)
  // What is told of it, and what waits to be sent in turn, goes by these numbers.
  await sql`
    update notice n set seq = s.seq
    from (select id, seq from message where ${own} union all select id, seq from note where ${own}) s
    where n.workspace_id = ${workspaceId} and n.conversation_id = ${conversationId} and n.thing_id = s.id`.execute(tx)
  await sql`
    update delivery d set position = m.seq
    from message m
    where d.workspace_id = ${workspaceId} and d.conversation_id = ${conversationId}
      and d.state in ('queued', 'claimed', 'sending') and m.workspace_id = d.workspace_id and m.id = d.message_id`.execute(
    tx,
  )
}
