import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { Mention } from '@comptoir/contract/timeline'
import { Refusal } from '../refusal.ts'
import type { Cause } from './notices/notice-for.ts'

interface Named {
  workspaceId: string
  conversationId: string
  noteId: string
}

/** Keeps whom a note names; whoever never was of the business is not found. */
export async function keepMentions(tx: Tx, { workspaceId, noteId }: Named, mentions: Mention[]): Promise<Mention[]> {
  if (mentions.length === 0) return []
  const rows = mentions.map(({ startsAt, length, userId }) => ({ starts_at: startsAt, length, user_id: userId }))
  const { rows: kept } = await sql<Mention>`
    insert into note_mention (workspace_id, note_id, starts_at, length, user_id)
    select ${workspaceId}, ${noteId}, g.starts_at, g.length, g.user_id
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g (starts_at integer, length integer, user_id uuid)
    left join membership m on m.workspace_id = ${workspaceId} and m.user_id = g.user_id
    where g.user_id is null or m.user_id = g.user_id
    order by g.starts_at
    returning starts_at, length, user_id`.execute(tx)
  if (kept.length < mentions.length) throw new Refusal('not_found', 'errors.member_missing')
  return kept
}

/** One more unread for each who is named by others and may see the conversation. */
export async function countMentions(
  tx: Tx,
  conversation: { workspaceId: string; id: string; assigneeId: string | null },
  authorId: string,
  mentions: Mention[],
  lastAt: string,
): Promise<void> {
  if (mentions.length === 0) return
  const userIds = mentions.flatMap(({ userId }) => userId ?? [])
  const { workspaceId, id, assigneeId } = conversation
  await sql`
    insert into unread as u (workspace_id, user_id, conversation_id, messages, last_at, is_assignee)
    select m.workspace_id, m.user_id, ${id}::uuid, 1, ${lastAt}::timestamptz,
      m.user_id is not distinct from ${assigneeId}::uuid
    from membership m
    where m.workspace_id = ${workspaceId} and m.disabled_at is null and m.user_id <> ${authorId}
      and (m.role <> 'delegate' or m.user_id = ${assigneeId}::uuid)
      and (m.user_id = any(${userIds}::uuid[])
        or (${mentions.some(({ userId }) => userId === null)}::boolean and m.role <> 'delegate'))
    order by m.user_id
    on conflict (workspace_id, user_id, conversation_id)
      do update set messages = u.messages + 1, last_at = excluded.last_at`.execute(tx)
}

/** What they are told. */
export function causesOf(
  { conversationId, noteId }: Named,
  author: { userId: string; name: string },
  { mentions, summary, seq }: { mentions: Mention[]; summary: string; seq: number },
): Cause[] {
  const about = {
    kind: 'mention',
    thingId: noteId,
    conversationId,
    actorId: author.userId,
    actorName: author.name,
  } as const
  return mentions.map(({ userId }) => ({ ...about, userId, summary, seq }))
}
