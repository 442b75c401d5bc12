import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { BulkAct } from '@comptoir/contract/bulk'
import type { ConversationRow } from '@comptoir/contract/inbox'
import type { ConversationToChange } from '../conversations.ts'
import { addEntries } from './add-entries.ts'
import { setState, type Change, type Changed, type Doer } from './apply-act.ts'
import { undoRemindAll } from './remind-all.ts'
import { untagAll } from './tag-all.ts'

export interface Was {
  /** The tag their client got by it. */
  tagId?: string
  state?: ConversationRow['state']
  assigneeId?: string | null
  unread?: { userId: string; messages: number }[]
  /** The reminder it was given. */
  reminderId?: string
}

const left: Record<string, ConversationRow['state']> = {
  archive: 'archived',
  reopen: 'open',
  delete: 'deleted',
  restore: 'open',
}
const entries = { open: 'reopened', archived: 'archived', deleted: 'deleted' } as const

/** Puts conversations, which are locked, back as they were; what somebody else has changed since stays theirs. */
export async function undoAct(
  tx: Tx,
  doer: Doer,
  act: BulkAct,
  rows: (ConversationToChange & { was: Was })[],
): Promise<Changed[]> {
  if (act.is === 'assign') {
    const untouched = rows.filter((row) => row.assigneeId === act.assigneeId)
    return each(
      untouched,
      ({ was }) => was.assigneeId ?? null,
      async (assigneeId, mine) => {
        await addEntries(tx, doer, mine, { kind: assigneeId ? 'assigned' : 'unassigned', userId: assigneeId })
        await sql`
        update conversation set assignee_id = ${assigneeId}::uuid
        where workspace_id = ${doer.workspaceId} and id = any(${idsOf(mine)}::uuid[])`.execute(tx)
        return { is: 'assignee', assigneeId }
      },
    )
  }
  if (act.is === 'tag') return untagAll(tx, doer.workspaceId, rows)
  if (act.is === 'remind') return undoRemindAll(tx, doer, act, rows)
  if (act.is === 'unread') {
    await sql`
      delete from unread
      where workspace_id = ${doer.workspaceId} and user_id = ${doer.userId}
        and conversation_id = any(${idsOf(rows)}::uuid[])`.execute(tx)
    return [{ change: { is: 'read', userId: doer.userId }, ids: idsOf(rows) }]
  }
  if (act.is === 'read') {
    await giveUnread(tx, doer.workspaceId, rows)
    return [{ change: { is: 'unread', userId: doer.userId }, ids: idsOf(rows) }]
  }
  const untouched = rows.filter((row) => row.state === left[act.is])
  await giveUnread(tx, doer.workspaceId, untouched)
  return each(
    untouched,
    ({ was }) => was.state!,
    async (state, mine) => {
      await addEntries(tx, doer, mine, { kind: act.is === 'delete' ? 'restored' : entries[state], userId: null })
      await setState(tx, doer.workspaceId, idsOf(mine), state)
      return { is: 'state', state }
    },
  )
}

/** What is unread again of these, by whom, unless something came since. */
async function giveUnread(tx: Tx, workspaceId: string, rows: { id: string; was: Was }[]) {
  const given = rows.flatMap(({ id, was }) => (was.unread ?? []).map((one) => ({ id, ...one })))
  if (given.length === 0) return
  await sql`
    insert into unread (workspace_id, user_id, conversation_id, messages, last_at, is_assignee)
    select c.workspace_id, g.user_id, c.id, g.messages, c.top_at, c.assignee_id is not distinct from g.user_id
    from jsonb_to_recordset(${JSON.stringify(given.map(({ id, userId, messages }) => ({ id, user_id: userId, messages })))}::jsonb)
      as g (id uuid, user_id uuid, messages integer)
    join conversation c on c.workspace_id = ${workspaceId} and c.id = g.id
    join membership m on m.workspace_id = c.workspace_id and m.user_id = g.user_id and m.disabled_at is null
      and (m.role <> 'delegate' or c.assignee_id = m.user_id)
    on conflict (workspace_id, user_id, conversation_id) do nothing`.execute(tx)
}

/** Those that go back to the same are one change. */
async function each<Value, Row extends { id: string }>(
  rows: Row[],
  valueOf: (row: Row) => Value,
  put: (value: Value, rows: Row[]) => Promise<Change>,
): Promise<Changed[]> {
  const undone: Changed[] = []
  for (const [value, mine] of Map.groupBy(rows, valueOf))
    undone.push({ change: await put(value, mine), ids: idsOf(mine) })
  return undone
}

function idsOf(rows: { id: string }[]) {
  return rows.map(({ id }) => id)
}
