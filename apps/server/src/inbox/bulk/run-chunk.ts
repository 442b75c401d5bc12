import { sql, type Selectable } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { BulkAct as BulkRow } from '@comptoir/db/schema'
import { bulkChunk, type BulkAct } from '@comptoir/contract/bulk'
import { teamRoom, userRoom } from '../../realtime/rooms.ts'
import type { Fact } from '../../realtime/record-events.ts'
import type { Done } from '../../realtime/run-command.ts'
import { conversationsToChange, type ConversationToChange } from '../conversations.ts'
import { noticeFor } from '../notices/notice-for.ts'
import { seeNoticesOf } from '../notices/see-notices.ts'
import { forgetNotices, withdrawNotices } from '../notices/withdraw-notices.ts'
import { applyAct, type Change, type Doer } from './apply-act.ts'
import { bulkView } from './bulk-view.ts'
import { tagFacts } from './tag-facts.ts'
import { undoAct } from './undo-act.ts'

/** Does the next part of it; answers whether there is more. Whoever else does it at this moment is left to it. */
export async function runChunk(tx: Tx, workspaceId: string, bulkId: string): Promise<Done<'more' | 'all'>> {
  const bulk = await tx
    .selectFrom('bulkAct')
    .selectAll()
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', bulkId)
    .where('state', 'in', ['running', 'undoing'])
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (!bulk) return { result: 'all', facts: [] }
  const from = bulk.state === 'running' ? 'waiting' : 'done'
  const chunk = await tx
    .selectFrom('bulkActConversation')
    .select(['conversationId', 'was'])
    .where('workspaceId', '=', workspaceId)
    .where('bulkActId', '=', bulkId)
    .where('state', '=', from)
    .orderBy('conversationId')
    .limit(bulkChunk)
    .execute()
  const moved = chunk.length > 0 ? await moveChunk(tx, bulk, chunk) : []
  const isLast = chunk.length < bulkChunk
  const now = await progress(tx, bulk, chunk.length, isLast)
  const told: Fact = { name: 'inbox.bulk_moved', rooms: [userRoom(bulk.userId)], data: { bulk: bulkView(now) } }
  return { result: isLast ? 'all' : 'more', facts: [...moved, told] }
}

async function moveChunk(
  tx: Tx,
  bulk: Selectable<BulkRow>,
  chunk: { conversationId: string; was: unknown }[],
): Promise<Fact[]> {
  const doer = { workspaceId: bulk.workspaceId, userId: bulk.userId, name: bulk.actorName }
  const ids = chunk.map(({ conversationId }) => conversationId)
  const rows = await conversationsToChange(tx, await sightOf(tx, doer), ids)
  const act = bulk.act as unknown as BulkAct
  const done = bulk.state === 'running' ? await doThem(tx, doer, act, rows) : await undoThem(tx, doer, act, rows, chunk)
  await keep(tx, bulk, ids, done.kept)
  const told = await noticesOfChunk(tx, bulk, done.changes)
  const facts: Fact[] = []
  for (const { change, ids: changed } of done.changes) {
    if (change.is !== 'tag') facts.push(...factsOf(doer, rows, changed, change))
    else facts.push(...(await tagFacts(tx, doer.workspaceId, rows, changed, change)))
  }
  return [...facts, ...told]
}

/** What people are told of a chunk, and what they need not be told any more. Of many that are theirs now, once. */
async function noticesOfChunk(
  tx: Tx,
  { workspaceId, id, userId, actorName, act, state, total }: Selectable<BulkRow>,
  changes: { change: Change; ids: string[] }[],
): Promise<Fact[]> {
  const facts: Fact[] = []
  const isUndo = state === 'undoing'
  for (const { change, ids } of changes) {
    if (ids.length === 0) continue
    if (change.is === 'state' && change.state === 'deleted')
      facts.push(...(await withdrawNotices(tx, workspaceId, { conversationIds: ids })))
    if (change.is === 'read') facts.push(...(await seeNoticesOf(tx, { workspaceId, userId }, ids, null)))
    if (change.is !== 'assignee') continue
    await forgetNotices(tx, workspaceId, ids)
    if (isUndo || !change.assigneeId) continue
    const about = total === 1 ? { conversationId: ids[0]! } : { conversationId: null, conversations: ids.length }
    const told = { kind: 'assigned', thingId: id, userId: change.assigneeId, actorId: userId, actorName } as const
    facts.push(...(await noticeFor(tx, workspaceId, [{ ...told, ...about }])))
  }
  const wasAssigned = isUndo && (act as unknown as BulkAct).is === 'assign'
  return wasAssigned
    ? [...facts, ...(await withdrawNotices(tx, workspaceId, { kind: 'assigned', thingIds: [id] }))]
    : facts
}

async function doThem(tx: Tx, doer: Doer, act: BulkAct, rows: ConversationToChange[]) {
  const { change, was } = await applyAct(tx, doer, act, rows)
  return {
    changes: [{ change, ids: [...was.keys()] }],
    kept: { state: 'done' as const, was: [...was].map(([id, before]) => ({ id, was: before })) },
  }
}

async function undoThem(
  tx: Tx,
  doer: Doer,
  act: BulkAct,
  rows: ConversationToChange[],
  chunk: { conversationId: string; was: unknown }[],
) {
  const before = new Map(chunk.map(({ conversationId, was }) => [conversationId, was as object]))
  const changes = await undoAct(
    tx,
    doer,
    act,
    rows.map((row) => ({ ...row, was: before.get(row.id)! })),
  )
  const kept = changes.flatMap(({ ids }) => ids.map((id) => ({ id, was: before.get(id)! })))
  return { changes, kept: { state: 'back' as const, was: kept } }
}

/** A delegate does it to what is theirs alone; a former member to nothing. */
async function sightOf(tx: Tx, { workspaceId, userId }: Doer) {
  const member = await tx
    .selectFrom('membership')
    .select('role')
    .where('workspaceId', '=', workspaceId)
    .where('userId', '=', userId)
    .where('disabledAt', 'is', null)
    .executeTakeFirst()
  return { is: 'staff' as const, workspaceId, userId, role: member?.role ?? ('delegate' as const) }
}

async function keep(
  tx: Tx,
  { workspaceId, id }: Selectable<BulkRow>,
  ids: string[],
  { state, was }: { state: 'done' | 'back'; was: { id: string; was: object }[] },
) {
  await sql`
    with moved as (
      select id, was from jsonb_to_recordset(${JSON.stringify(was)}::jsonb) as m (id uuid, was jsonb)
    )
    update bulk_act_conversation b
    set state = case when m.id is null then 'left' else ${state} end, was = coalesce(m.was, b.was)
    from unnest(${ids}::uuid[]) c (id)
    left join moved m on m.id = c.id
    where b.workspace_id = ${workspaceId} and b.bulk_act_id = ${id} and b.conversation_id = c.id`.execute(tx)
}

function progress(tx: Tx, { workspaceId, id, state }: Selectable<BulkRow>, by: number, isLast: boolean) {
  const isUndo = state === 'undoing'
  return tx
    .updateTable('bulkAct')
    .set((eb) => ({
      done: eb('done', isUndo ? '-' : '+', by),
      ...(isLast && { state: isUndo ? ('undone' as const) : ('done' as const) }),
    }))
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** The team hears of all of them, a delegate of those that were theirs or are. What one has read is one's own. */
function factsOf(
  doer: Doer,
  rows: ConversationToChange[],
  ids: string[],
  change: Exclude<Change, { is: 'tag' }>,
): Fact[] {
  if (ids.length === 0) return []
  const fact = (rooms: Fact['rooms'], conversationIds: string[]): Fact => ({
    name: 'inbox.conversations_changed',
    rooms,
    data: { conversationIds, change },
  })
  const changed = new Set(ids)
  const touched = rows.filter(({ id }) => changed.has(id))
  if (change.is === 'read' || change.is === 'unread') {
    const ofAssignee = touched.filter(({ assigneeId }) => assigneeId === doer.userId).map(({ id }) => id)
    const others = ids.filter((id) => !ofAssignee.includes(id))
    return [
      ...(ofAssignee.length > 0 ? [fact([teamRoom(doer.workspaceId), userRoom(doer.userId)], ofAssignee)] : []),
      ...(others.length > 0 ? [fact([userRoom(doer.userId)], others)] : []),
    ]
  }
  const delegates = Map.groupBy(
    touched.filter(({ assigneeId, assigneeRole }) => assigneeId && assigneeRole === 'delegate'),
    ({ assigneeId }) => assigneeId!,
  )
  return [
    fact([teamRoom(doer.workspaceId)], ids),
    ...[...delegates].map(([userId, theirs]): Fact => {
      const conversationIds = theirs.map(({ id }) => id)
      if (change.is !== 'assignee') return fact([userRoom(userId)], conversationIds)
      return { name: 'access.revoked', rooms: [userRoom(userId)], data: { conversationIds } }
    }),
    ...(change.is === 'assignee' && change.assigneeId ? [fact([userRoom(change.assigneeId)], ids)] : []),
  ]
}
