import { sql } from 'kysely'
import { readWorkspace, type Db, type Tx } from '@comptoir/db/db'
import type { ListPage, View } from '@comptoir/contract/inbox'
import { isTeam, type Staff } from '../identity/actor.ts'
import { currentSeq } from '../realtime/current-seq.ts'
import { conversationColumns } from './conversation-view.ts'
import { conversationsOf } from './conversations.ts'
import { onUnread } from './on-unread.ts'
import { pageOf, pageSize } from './page-of.ts'

/** A page of a view, newest first, from after the cursor: the last row's instant and id as they came. */
export function listConversations(db: Db, staff: Staff, view: View, after?: string): Promise<ListPage> {
  return readWorkspace(db, staff.workspaceId, async (tx) => {
    const [seq, rows] = await Promise.all([currentSeq(tx, staff.workspaceId), rowsOf(tx, staff, view, after)])
    return { seq, view, ...pageOf(rows) }
  })
}

function rowsOf(tx: Tx, staff: Staff, view: View, after: string | undefined) {
  // The unread view walks the reader's own sparse table; the others walk the conversations.
  const lastAt = sql.ref<string>(view === 'unread' ? 'unread.last_at' : 'conversation.last_at')
  const rowId = sql.ref<string>(view === 'unread' ? 'unread.conversation_id' : 'conversation.id')
  const [at, id] = after?.split('_') ?? []
  const base = conversationsOf(tx, staff)
  const joined =
    view === 'unread' ? base.innerJoin('unread', onUnread(staff)) : base.leftJoin('unread', onUnread(staff))
  return joined
    .select([...conversationColumns, 'unread.messages as unread'])
    .$if(view === 'open' || view === 'unassigned' || view === 'mine', (q) => q.where('conversation.state', '=', 'open'))
    .$if(view === 'archived', (q) => q.where('conversation.state', '=', 'archived'))
    .$if(view === 'unassigned', (q) => q.where('conversation.assigneeId', 'is', null))
    .$if(view === 'mine' && isTeam(staff), (q) => q.where('conversation.assigneeId', '=', staff.userId))
    .$if(after !== undefined, (q) => q.where(sql<boolean>`(${lastAt}, ${rowId}) < (${at}::timestamptz, ${id}::uuid)`))
    .orderBy(lastAt, 'desc')
    .orderBy(rowId, 'desc')
    .limit(pageSize + 1)
    .execute()
}
