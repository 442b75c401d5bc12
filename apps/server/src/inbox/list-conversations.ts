import { sql } from 'kysely'
import { readWorkspace, type Db, type Tx } from '@comptoir/db/db'
import { writeOnce } from '@comptoir/db/write-once'
import type { Role } from '@comptoir/contract/identity'
import { isUnfiltered, type Filter } from '@comptoir/contract/filters'
import type { ListPage } from '@comptoir/contract/inbox'
import { orderOf, type View } from '@comptoir/contract/views'
import type { Staff } from '../identity/actor.ts'
import { currentSeq } from '../realtime/current-seq.ts'
import { columnsOf } from './columns-of-view.ts'
import { conversationColumns } from './conversation-view.ts'
import { conversationsOf } from './conversations.ts'
import { filteredRows } from './filters/filtered-rows.ts'
import { inView } from './in-view.ts'
import { longSize, pageOf, pageSize } from './page-of.ts'
import { withUnread } from './with-unread.ts'

export interface ListAsked {
  view: View
  /** The instant and id of the last row, as they came. */
  after?: string | undefined
  length?: 'long' | undefined
  /** What narrows it. */
  filter?: Filter
}

/** A page of a view in its order, from the top or from after the cursor. */
export function listConversations(db: Db, staff: Staff, asked: ListAsked): Promise<ListPage> {
  const { view, after, length, filter = {} } = asked
  const size = length === 'long' ? longSize : pageSize
  return readWorkspace(db, staff.workspaceId, async (tx) => {
    if (!isUnfiltered(filter)) {
      const seq = await currentSeq(tx, staff.workspaceId)
      const { held, rows } = await filteredRows(tx, staff, { view, filter, after, size })
      return { seq, view, filter: held, ...pageOf(rows, orderOf(view), size) }
    }
    const [seq, rows] = await Promise.all([currentSeq(tx, staff.workspaceId), rowsOf(tx, staff, view, after, size)])
    return { seq, view, filter, ...pageOf(rows, orderOf(view), size) }
  })
}

function rowsOf(tx: Tx, staff: Staff, view: View, after: string | undefined, size: number) {
  const { workspaceId, userId, role } = staff
  const [at, id] = after?.split('_') ?? []
  const [kind = view, of] = view.split(':')
  const key = `${kind} ${role} ${size} ${after === undefined ? 'from the top' : 'from the cursor'}`
  const page = pages.get(key) ?? pageQuery(view, role, after !== undefined, size)
  pages.set(key, page)
  return page(tx, { workspaceId, userId, of, at, id })
}

const pages = new Map<string, ReturnType<typeof pageQuery>>()

interface PageValues {
  workspaceId: string
  userId: string
  /** The member or the source a view is of. */
  of: string | undefined
  at: string | undefined
  id: string | undefined
}

function pageQuery(view: View, role: Role, isAfter: boolean, size: number) {
  const [lastAt, rowId] = columnsOf(view)
  const direction = orderOf(view) === 'latest' ? 'desc' : 'asc'
  const past = sql.raw(direction === 'desc' ? '<' : '>')
  return writeOnce((tx, { workspaceId, userId, of, at, id }: PageValues) => {
    const sight = { is: 'staff', workspaceId, userId, role } as const
    const base = conversationsOf(tx, sight)
    return inView(withUnread(base, view, sight), view, { userId, of })
      .select([...conversationColumns, 'unread.messages as unread'])
      .$if(isAfter, (q) => q.where(sql<boolean>`(${lastAt}, ${rowId}) ${past} (${at}::timestamptz, ${id}::uuid)`))
      .orderBy(lastAt, direction)
      .orderBy(rowId, direction)
      .limit(size + 1)
  })
}
