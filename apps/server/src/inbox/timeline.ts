import type { Tx } from '@comptoir/db/db'
import type { EntryItem, NoteItem, TimelineItem } from '@comptoir/contract/inbox'
import { messagesToShow, messageView } from './message-view.ts'

const pageSize = 60

/** The last items of a conversation, or those before a message number, oldest first. */
export async function timelineOf(tx: Tx, workspaceId: string, conversationId: string, beforeSeq?: number) {
  const messages = messagesToShow(tx, workspaceId)
    .where('message.conversationId', '=', conversationId)
    .$if(beforeSeq !== undefined, (q) => q.where('message.seq', '<', beforeSeq!))
    .orderBy('message.seq', 'desc')
    .limit(pageSize)
    .execute()
  const notes = tx
    .selectFrom('note')
    .select(['id', 'seq', 'userId', 'authorName', 'bodyText', 'at'])
    .where('workspaceId', '=', workspaceId)
    .where('conversationId', '=', conversationId)
    .$if(beforeSeq !== undefined, (q) => q.where('seq', '<', beforeSeq!))
    .orderBy('seq', 'desc')
    .limit(pageSize)
    .execute()
  const said = [...(await messages).map(messageView), ...(await notes).map(noteView)].sort((a, b) => b.seq - a.seq)
  const page = said.slice(0, pageSize)
  const oldest = page.at(-1)
  const isWhole = said.length <= pageSize && (oldest?.seq ?? 1) === 1
  const entries = await entriesOf(tx, workspaceId, conversationId, isWhole ? null : (oldest?.at ?? null), beforeSeq ? said[0]?.at ?? null : null)
  const items: TimelineItem[] = [...page, ...entries].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  return { items, before: isWhole || !oldest ? null : String(oldest.seq) }
}

export function noteView(row: { id: string; seq: number; userId: string; authorName: string; bodyText: string; at: string }): NoteItem {
  const { id, seq, userId, authorName, bodyText, at } = row
  return { is: 'note', id, seq, userId, authorName, text: bodyText, at }
}

async function entriesOf(tx: Tx, workspaceId: string, conversationId: string, from: string | null, until: string | null) {
  const rows = await tx
    .selectFrom('entry')
    .select(['id', 'kind', 'actorName', 'userId', 'summary', 'at'])
    .where('workspaceId', '=', workspaceId)
    .where('conversationId', '=', conversationId)
    .$if(from !== null, (q) => q.where('at', '>=', from!))
    .$if(until !== null, (q) => q.where('at', '<', until!))
    .orderBy('at')
    .limit(500)
    .execute()
  return rows.map((row): EntryItem => ({ is: 'entry', ...row }))
}
