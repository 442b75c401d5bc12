import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import { now } from '../../instant.ts'
import type { ConversationToChange } from '../conversations.ts'
import { lastSaidIn } from '../last-said-in.ts'
import { followUp } from '../reminders/follow-up.ts'
import { topAt } from '../top-at.ts'

interface Standing {
  lastAt: string | null
  sentAt: string | null
  waitingSince: string | null
  isFailing: boolean
}

/**
 * Brings a conversation, some of which came from elsewhere or went, up to date with what is in it: its last word, when
 * we wrote, since when the client waits (from `waitingSince` on), what failed, and what is to be followed up.
 */
export async function restand(tx: Tx, given: ConversationToChange): Promise<ConversationToChange> {
  const { workspaceId, id } = given
  const { rows } = await sql<Standing>`
    with said as (
      select least(at, now()) as at, direction, is_automatic, kind from message
      where workspace_id = ${workspaceId} and conversation_id = ${id}
    ), ours as (
      select max(at) as at from said where direction = 'out' and not is_automatic
    )
    select (
        select max(at) from (
          select at from said
          union all
          select at from note where workspace_id = ${workspaceId} and conversation_id = ${id}) w) as last_at,
      (select at from ours) as sent_at,
      (select min(s.at) from said s, ours
       where s.direction = 'in' and s.kind = 'message' and s.at >= ${given.waitingSince}::timestamptz
         and (ours.at is null or s.at > ours.at)) as waiting_since,
      exists (
        select from delivery d
        where d.workspace_id = ${workspaceId} and d.conversation_id = ${id}
          and d.state in ('failed', 'unknown')) as is_failing`.execute(tx)
  const { isFailing, lastAt, ...stands } = rows[0]!
  const moved = {
    state: given.state,
    lastSeq: given.lastSeq,
    mailboxId: given.mailboxId,
    bumpedAt: given.bumpedAt,
    ...stands,
    ...(await lastSaidIn(tx, workspaceId, id)),
    lastAt: lastAt ?? given.lastAt,
    failedAt: isFailing ? (given.failedAt ?? now()) : null,
  }
  const [set] = await tx
    .updateTable('conversation')
    .set(moved)
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', id)
    .returningAll()
    .execute()
  const [followed] = await followUp(tx, workspaceId, [id])
  await sql`
    update unread set last_at = ${topAt(set!)}::timestamptz
    where workspace_id = ${workspaceId} and conversation_id = ${id}`.execute(tx)
  return { ...given, ...set, ...followed }
}
