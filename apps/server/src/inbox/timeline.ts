import type { Tx } from '@comptoir/db/db'
import type { EntryItem, NoteItem, TimelineItem } from '@comptoir/contract/timeline'
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
    tx
      .selectFrom('note')
      .select(['id', 'seq', 'userId', 'authorName', 'bodyText', 'at'])
      .where('workspaceId', '=', workspaceId)
      .where('conversationId', '=', conversationId)
      .$if(cursor !== null, (q) => q.where('seq', '<', cursor!.seq))
      .orderBy('seq', 'desc')
      .limit(pageSize)
      .execute(),
  ])
  const page = [...messages.map(messageView), ...notes.map(noteView)].sort((a, b) => b.seq - a.seq).slice(0, pageSize)
  const oldest = page.at(-1)
  const isWhole = !oldest || oldest.seq === 1
  const entries = await entriesOf(tx, workspaceId, conversationId, isWhole ? null : oldest.at, cursor?.at ?? null)
  const items: TimelineItem[] = [...page, ...entries].sort(timelineOrder)
  return { items, before: isWhole ? null : `${oldest.seq}_${oldest.at}` }
}

export function noteView(row: {
  id: string
  seq: number
  userId: string
  authorName: string
  bodyText: string
  at: string
}): NoteItem {
  const { id, seq, userId, authorName, bodyText, at } = row
  return { is: 'note', id, seq, userId, authorName, text: bodyText, at }
}

/** What happened from the page's first item until the one already shown, which has what came with it. */
async function entriesOf(
  tx: Tx,
  workspaceId: string,
  conversationId: string,
  from: string | null,
  until: string | null,
) {
  const rows = await tx
    .selectFrom('entry')
    .select(['id', 'kind', 'actorName', 'userId', 'refId', 'summary', 'at'])
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
