import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { EntryItem, Mention, NoteItem, TimelineItem } from '@comptoir/contract/timeline'
import { timelineOrder } from '@comptoir/contract/timeline-order'
import { messagesToShow, messageView } from './message-view.ts'

const pageSize = 60

/** Where a page ends: the number and instant of the first item that is already shown. */
interface Cursor {
  seq: number
  at: string
}

/** The last items of a conversation, or those before a cursor as it came, oldest first. */
export async function timelineOf(tx: Tx, workspaceId: string, conversationId: string, before?: string) {
  const cursor = before === undefined ? null : parse(before)
  const [messages, notes] = await Promise.all([
    messagesToShow(tx, workspaceId)
      .where('message.conversationId', '=', conversationId)
      .$if(cursor !== null, (q) => q.where('message.seq', '<', cursor!.seq))
      .orderBy('message.seq', 'desc')
      .limit(pageSize)
      .execute(),
    notesToShow(tx, workspaceId)
      .where('conversationId', '=', conversationId)
      .$if(cursor !== null, (q) => q.where('seq', '<', cursor!.seq))
      .orderBy('seq', 'desc')
      .limit(pageSize)
      .execute(),
  ])
  const page = [...messages.map(messageView), ...notes.map(noteView)].sort((a, b) => b.seq - a.seq).slice(0, pageSize)
  const oldest = page.at(-1)
  const isWhole = !oldest || oldest.seq === 1 || page.length < pageSize
  const entries = await entriesOf(tx, workspaceId, conversationId, isWhole ? null : oldest.at, cursor?.at ?? null)
  const items: TimelineItem[] = [...page, ...entries].sort(timelineOrder)
  return { items, before: isWhole ? null : `${oldest.seq}_${oldest.at}` }
}

/** Notes of the workspace with whom they name, in one query. */
export function notesToShow(tx: Tx, workspaceId: string) {
  return tx
    .selectFrom('note')
    .where('workspaceId', '=', workspaceId)
    .select([
      'id',
      'seq',
      'userId',
      'authorName',
      'bodyText',
      'at',
      sql<Mention[]>`(
        select coalesce(jsonb_agg(jsonb_build_object(
          'startsAt', t.starts_at, 'length', t.length, 'userId', t.user_id) order by t.starts_at), '[]')
        from note_mention t
        where t.workspace_id = note.workspace_id and t.note_id = note.id)`.as('mentions'),
    ])
}

export function noteView(row: {
  id: string
  seq: number
  userId: string
  authorName: string
  bodyText: string
  mentions: Mention[]
  at: string
}): NoteItem {
  const { id, seq, userId, authorName, bodyText, mentions, at } = row
  return { is: 'note', id, seq, userId, authorName, text: bodyText, mentions, at }
}

/** What happened from the page's first item until the one already shown, which has what came with it. */
export async function entriesOf(
  tx: Tx,
  workspaceId: string,
  conversationId: string,
  from: string | null = null,
  until: string | null = null,
) {
  const rows = await tx
    .selectFrom('entry')
    .select(['id', 'kind', 'actorName', 'userId', 'refId', 'summary', 'dueAt', 'at'])
    .where('workspaceId', '=', workspaceId)
    .where('conversationId', '=', conversationId)
    .$if(from !== null, (q) => q.where('at', '>=', from!))
    .$if(until !== null, (q) => q.where('at', '<', until!))
    .orderBy('at', 'desc')
    .limit(500)
    .execute()
  return rows.map((row): EntryItem => ({ is: 'entry', ...row }))
}

function parse(cursor: string): Cursor {
  const [seq = '', at = ''] = cursor.split('_')
  return { seq: Number(seq), at }
}
