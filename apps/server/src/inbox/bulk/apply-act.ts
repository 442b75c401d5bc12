import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { BulkAct, BulkChange } from '@comptoir/contract/bulk'
import type { TagView } from '@comptoir/contract/clients'
import type { ConversationRow } from '@comptoir/contract/inbox'
import type { ConversationToChange } from '../conversations.ts'
import { activeStaff } from '../active-staff.ts'
import { addEntries } from './add-entries.ts'
import { noteAll } from './note-all.ts'
import { alike } from './alike.ts'
import { tagAll } from './tag-all.ts'
import { remindAll } from './remind-all.ts'

/** Who does it: whoever asked, whether they are still at a screen or not. */
export interface Doer {
  workspaceId: string
  userId: string
  name: string
}

/** What became of some of the conversations, all of them alike. */
export interface Changed {
  change: Change
  ids: string[]
}

/** What became of them, and what each of them was before. */
export interface Applied {
  changes: Changed[]
  /** By the id of a conversation, what undoing needs. */
  was: Map<string, object>
}

/** What became of the conversations, or of their clients. */
export type Change = BulkChange | { is: 'tag'; tag: TagView; became: 'tagged' | 'untagged' }

type State = ConversationRow['state']

const states: Record<string, { to: State; from: State[]; entry: 'archived' | 'reopened' | 'deleted' | 'restored' }> = {
  archive: { to: 'archived', from: ['open'], entry: 'archived' },
  reopen: { to: 'open', from: ['archived'], entry: 'reopened' },
  delete: { to: 'deleted', from: ['open', 'archived'], entry: 'deleted' },
  restore: { to: 'open', from: ['deleted'], entry: 'restored' },
}

/** Does to these conversations, which are locked, what is asked; what needs nothing done is not among what is answered. */
export function applyAct(tx: Tx, doer: Doer, act: BulkAct, rows: ConversationToChange[]): Promise<Applied> {
  switch (act.is) {
    case 'assign':
      return assignAll(tx, doer, act, rows)
    case 'tag':
      return tagAll(tx, doer, act.tag, rows)
    case 'remind':
      return remindAll(tx, doer, act, rows)
    case 'read':
      return readAll(tx, doer, rows)
    case 'unread':
      return unreadAll(tx, doer, rows)
    default:
      return moveAll(tx, doer, states[act.is]!, rows)
  }
}

async function moveAll(
  tx: Tx,
  doer: Doer,
  { to, from, entry }: (typeof states)[string],
  rows: ConversationToChange[],
): Promise<Applied> {
  const moving = rows.filter(({ state }) => from.includes(state))
  const was = new Map<string, object>(moving.map(({ id, state }) => [id, { state }]))
  await addEntries(tx, doer, moving, { kind: entry, userId: null })
  if (to === 'deleted') {
    for (const { conversationId, ...unread } of await takeUnread(tx, doer.workspaceId, [...was.keys()], null)) {
      const before = was.get(conversationId) as { state: State; unread?: object[] }
      before.unread = [...(before.unread ?? []), unread]
    }
  }
  // Last: from here on the numbers beside the views are locked.
  await setState(tx, doer.workspaceId, [...was.keys()], to)
  return alike({ is: 'state', state: to }, was)
}

export function setState(tx: Tx, workspaceId: string, ids: string[], state: State) {
  return tx
    .updateTable('conversation')
    .set({ state })
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()
}

async function assignAll(
  tx: Tx,
  doer: Doer,
  { assigneeId, note }: Extract<BulkAct, { is: 'assign' }>,
  rows: ConversationToChange[],
): Promise<Applied> {
  const { workspaceId } = doer
  const assignee = assigneeId === null ? null : await activeStaff(tx, workspaceId, assigneeId)
  const moving = rows.filter((row) => row.assigneeId !== assigneeId)
  const ids = moving.map(({ id }) => id)
  const was = new Map<string, object>(moving.map((row) => [row.id, { assigneeId: row.assigneeId }]))
  await addEntries(tx, doer, moving, { kind: assigneeId ? 'assigned' : 'unassigned', userId: assigneeId })
  await passOn(tx, workspaceId, moving)
  await sql`
    update conversation set assignee_id = ${assigneeId}::uuid
    where workspace_id = ${workspaceId} and id = any(${ids}::uuid[])`.execute(tx)
  const written = note && (await noteAll(tx, doer, note, moving))
  if (assignee?.role === 'delegate') await confideAll(tx, workspaceId, ids, assignee.userId)
  return alike({ is: 'assignee', assigneeId, ...(written && { note: written }) }, was)
}

/** A delegate who loses a conversation has nothing unread of it any more. */
async function passOn(tx: Tx, workspaceId: string, rows: ConversationToChange[]) {
  const lost = rows.filter(({ assigneeRole }) => assigneeRole === 'delegate')
  if (lost.length === 0) return
  await sql`
    delete from unread u
    using unnest(${lost.map(({ id }) => id)}::uuid[], ${lost.map(({ assigneeId }) => assigneeId)}::uuid[]) l (id, by)
    where u.workspace_id = ${workspaceId} and u.conversation_id = l.id and u.user_id = l.by`.execute(tx)
}

/** What clients said since our last answer is unread for a delegate who gets their conversations. */
async function confideAll(tx: Tx, workspaceId: string, ids: string[], userId: string) {
  await sql`
    insert into unread (workspace_id, user_id, conversation_id, messages, last_at, is_assignee)
    select m.workspace_id, ${userId}::uuid, m.conversation_id, count(*)::integer, c.top_at, true
    from message m
    join conversation c on c.workspace_id = m.workspace_id and c.id = m.conversation_id
    where m.workspace_id = ${workspaceId} and m.conversation_id = any(${ids}::uuid[]) and m.direction = 'in'
      and m.seq > coalesce((
        select max(o.seq) from message o
        where o.workspace_id = m.workspace_id and o.conversation_id = m.conversation_id and o.direction = 'out'), 0)
    group by m.workspace_id, m.conversation_id, c.top_at
    on conflict (workspace_id, user_id, conversation_id) do update set messages = excluded.messages`.execute(tx)
}

async function readAll(tx: Tx, { workspaceId, userId }: Doer, rows: ConversationToChange[]): Promise<Applied> {
  const taken = await takeUnread(
    tx,
    workspaceId,
    rows.map(({ id }) => id),
    userId,
  )
  const was = new Map<string, object>(
    taken.map(({ conversationId, ...unread }) => [conversationId, { unread: [unread] }]),
  )
  return alike({ is: 'read', userId }, was)
}

async function unreadAll(tx: Tx, { workspaceId, userId }: Doer, rows: ConversationToChange[]): Promise<Applied> {
  const { rows: made } = await sql<{ id: string }>`
    insert into unread (workspace_id, user_id, conversation_id, messages, last_at, is_assignee)
    select workspace_id, ${userId}::uuid, id, 1, top_at, assignee_id is not distinct from ${userId}::uuid
    from conversation
    where workspace_id = ${workspaceId} and id = any(${rows.map(({ id }) => id)}::uuid[]) and state <> 'deleted'
    on conflict (workspace_id, user_id, conversation_id) do nothing
    returning conversation_id as id`.execute(tx)
  return alike({ is: 'unread', userId }, new Map(made.map(({ id }) => [id, {}])))
}

interface Taken {
  conversationId: string
  userId: string
  messages: number
}

/** What was unread of these, by everybody or by one person, and is no longer. */
async function takeUnread(tx: Tx, workspaceId: string, ids: string[], userId: string | null): Promise<Taken[]> {
  const { rows } = await sql<Taken>`
    delete from unread
    where workspace_id = ${workspaceId} and conversation_id = any(${ids}::uuid[])
      and (${userId}::uuid is null or user_id = ${userId})
    returning conversation_id, user_id, messages`.execute(tx)
  return rows
}
