import { sql } from 'kysely'
import { readWorkspace, type Db, type Tx } from '@comptoir/db/db'
import { writeOnce } from '@comptoir/db/write-once'
import type { Role } from '@comptoir/contract/identity'
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
  const { workspaceId, userId, role } = staff
  const [at, id] = after?.split('_') ?? []
  const key = `${view} ${role} ${after === undefined ? 'from the top' : 'from the cursor'}`
  const page = pages.get(key) ?? pageQuery(view, role, after !== undefined)
  pages.set(key, page)
  return page(tx, { workspaceId, userId, at, id })
}

const pages = new Map<string, ReturnType<typeof pageQuery>>()

interface PageValues {
  workspaceId: string
  userId: string
  at: string | undefined
  id: string | undefined
}

function pageQuery(view: View, role: Role, isAfter: boolean) {
  // The unread view walks the reader's own sparse table; the others walk the conversations.
  const lastAt = sql.ref<string>(view === 'unread' ? 'unread.last_at' : 'conversation.last_at')
  const rowId = sql.ref<string>(view === 'unread' ? 'unread.conversation_id' : 'conversation.id')
  return writeOnce((tx, { workspaceId, userId, at, id }: PageValues) => {
    const sight = { is: 'staff', workspaceId, userId, role } as const
    const base = conversationsOf(tx, sight)
    const joined =
      view === 'unread' ? base.innerJoin('unread', onUnread(sight)) : base.leftJoin('unread', onUnread(sight))
    return joined
      .select([...conversationColumns, 'unread.messages as unread'])
      .$if(view === 'open' || view === 'unassigned' || view === 'mine', (q) =>
        q.where('conversation.state', '=', 'open'),
      )
      .$if(view === 'archived', (q) => q.where('conversation.state', '=', 'archived'))
      .$if(view === 'unassigned', (q) => q.where('conversation.assigneeId', 'is', null))
      .$if(view === 'mine' && isTeam(sight), (q) => q.where('conversation.assigneeId', '=', userId))
      .$if(isAfter, (q) => q.where(sql<boolean>`(${lastAt}, ${rowId}) < (${at}::timestamptz, ${id}::uuid)`))
      .orderBy(lastAt, 'desc')
      .orderBy(rowId, 'desc')
      .limit(pageSize + 1)
  })
}
