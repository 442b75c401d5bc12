import { sql, type Selectable } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { Notice } from '@comptoir/db/schema'
import type { NoticeKind } from '@comptoir/contract/notices'
import type { Fact } from '../../realtime/record-events.ts'
import { userRoom } from '../../realtime/rooms.ts'
import { noticeView } from './notice-view.ts'

/** Something that somebody must know. */
export interface Cause {
  kind: NoticeKind
  /** What caused it: for one person, the same thing is told once. */
  thingId: string
  /** Null where it is about many. */
  conversationId: string | null
  conversations?: number
  /** Who is to be told; null is the whole team. */
  userId: string | null
  /** Whoever did it themselves is not told. */
  actorId?: string | null
  actorName?: string
  summary?: string
  /** The number of what it is about in its conversation: reading up to there withdraws it. */
  seq?: number
}

/**
 * Tells people, in the transaction of what causes it: those of them who work here and may see the conversation, by the
 * ways they chose. To be asked after everything else that moves the numbers beside the views.
 */
export async function noticeFor(tx: Tx, workspaceId: string, causes: Cause[]): Promise<Fact[]> {
  if (causes.length === 0) return []
  const rows = causes.map((cause) => ({
    kind: cause.kind,
    thing_id: cause.thingId,
    conversation_id: cause.conversationId,
    conversations: cause.conversations ?? 1,
    user_id: cause.userId,
    actor_id: cause.actorId ?? null,
    actor_name: cause.actorName ?? '',
    summary: cause.summary ?? '',
    seq: cause.seq ?? 0,
  }))
  const { rows: given } = await sql<
    Selectable<Notice> & { clientId: string | null; clientName: string | null; subject: string | null }
  >`
    with cause as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as c (
        kind text, thing_id uuid, conversation_id uuid, conversations integer, user_id uuid, actor_id uuid,
        actor_name text, summary text, seq integer)
    ), told as (
      select distinct on (m.user_id, c.kind, c.thing_id)
        c.*, m.user_id as reader_id, c.kind <> all (coalesce(r.off_in_app, '{}')) as is_listed
      from cause c
      join membership m on m.workspace_id = ${workspaceId} and m.disabled_at is null
        and (m.user_id = c.user_id or (c.user_id is null and m.role <> 'delegate'))
      left join conversation v on v.workspace_id = ${workspaceId} and v.id = c.conversation_id
      left join notice_reader r on r.workspace_id = ${workspaceId} and r.user_id = m.user_id
      where m.user_id is distinct from c.actor_id
        and (m.role <> 'delegate' or c.conversation_id is null or v.assignee_id = m.user_id)
        and not (c.kind = any (coalesce(r.off_in_app, '{}')) and c.kind = any (coalesce(r.off_push, '{}'))
          and c.kind = any (coalesce(r.off_digest, '{}')))
      order by m.user_id, c.kind, c.thing_id
    ), given as (
      insert into notice as n (workspace_id, user_id, kind, thing_id, conversation_id, conversations, seq, actor_name,
                               summary, is_listed)
      select ${workspaceId}, reader_id, kind, thing_id, conversation_id, conversations, seq, actor_name, summary, is_listed
      from told
      on conflict (workspace_id, user_id, kind, thing_id) do update
      set conversations = case when n.conversation_id is null then n.conversations + excluded.conversations else 1 end,
          summary = excluded.summary, at = excluded.at, is_listed = excluded.is_listed,
          seen_at = null, pushed_at = null, mailed_at = null
      -- Told again only of what became of it since: more conversations, or another trouble.
      where n.conversation_id is null or n.summary <> excluded.summary
      returning n.*
    )
    select g.*, v.client_id, v.client_name, v.subject
    from given g
    left join conversation v on v.workspace_id = g.workspace_id and v.id = g.conversation_id`.execute(tx)
  return given
    .filter((notice) => notice.isListed)
    .map((row) => ({
      name: 'inbox.notice_given',
      rooms: [userRoom(row.userId)],
      data: { notice: noticeView(row) },
    }))
}
