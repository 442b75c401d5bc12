import { sql, type Selectable } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { BulkAct as BulkRow, BulkActPart } from '@comptoir/db/schema'
import type { BulkAct } from '@comptoir/contract/bulk'
import { teamRoom, userRoom } from '../../realtime/rooms.ts'
import type { Fact } from '../../realtime/record-events.ts'
import type { Done } from '../../realtime/run-command.ts'
import { conversationsToChange, type ConversationToChange } from '../conversations.ts'
import { noticeFor } from '../notices/notice-for.ts'
import { seeNoticesOf } from '../notices/see-notices.ts'
import { forgetNotices, withdrawNotices } from '../notices/withdraw-notices.ts'
import { applyAct, type Change, type Doer } from './apply-act.ts'
import { actOf, bulkView } from './bulk-view.ts'
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
  const part = await tx
    .selectFrom('bulkActPart')
    .select(['position', 'conversationIds', 'was'])
    .where('workspaceId', '=', workspaceId)
    .where('bulkActId', '=', bulkId)
    .where('state', '=', bulk.state === 'running' ? 'waiting' : 'done')
    .orderBy('position')
    .limit(1)
    .executeTakeFirst()
  const moved = part ? await movePart(tx, bulk, part) : []
  const now = await progress(tx, bulk, part?.conversationIds.length ?? 0)
  const told: Fact = { name: 'inbox.bulk_moved', rooms: [userRoom(bulk.userId)], data: { bulk: bulkView(now) } }
  return { result: now.state === bulk.state ? 'more' : 'all', facts: [...moved, told] }
}

type Part = Pick<Selectable<BulkActPart>, 'position' | 'conversationIds' | 'was'>

async function movePart(tx: Tx, bulk: Selectable<BulkRow>, part: Part): Promise<Fact[]> {
  const doer = { workspaceId: bulk.workspaceId, userId: bulk.userId, name: bulk.actorName }
  const rows = await conversationsToChange(tx, await sightOf(tx, doer), part.conversationIds)
  const act = actOf(bulk)
  const done = bulk.state === 'running' ? await doThem(tx, doer, act, rows) : await undoThem(tx, doer, act, rows, part)
  await tx
    .updateTable('bulkActPart')
    .set({ state: done.state, ...(done.was && { was: JSON.stringify(done.was) }) })
    .where('workspaceId', '=', bulk.workspaceId)
    .where('bulkActId', '=', bulk.id)
    .where('position', '=', part.position)
    .execute()
  const told = await noticesOfPart(tx, bulk, done.changes)
  const facts: Fact[] = []
  for (const { change, ids } of done.changes) {
    if (change.is !== 'tag') facts.push(...factsOf(doer, rows, ids, change))
    else facts.push(...(await tagFacts(tx, doer.workspaceId, rows, ids, change)))
  }
  return [...facts, ...told]
}

/** What people are told of a part, and what they need not be told any more. Of many that are theirs now, once. */
async function noticesOfPart(
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
  const wasAssigned = isUndo && actOf({ act }).is === 'assign'
  return wasAssigned
    ? [...facts, ...(await withdrawNotices(tx, workspaceId, { kind: 'assigned', thingIds: [id] }))]
    : facts
}

async function doThem(tx: Tx, doer: Doer, act: BulkAct, rows: ConversationToChange[]) {
  const { changes, was } = await applyAct(tx, doer, act, rows)
  return { state: 'done' as const, changes, was: Object.fromEntries(was) }
}

async function undoThem(tx: Tx, doer: Doer, act: BulkAct, rows: ConversationToChange[], part: Part) {
  const before = part.was as Record<string, object>
  const mine = rows.flatMap((row) => (before[row.id] ? [{ ...row, was: before[row.id]! }] : []))
  return { state: 'back' as const, changes: await undoAct(tx, doer, act, mine), was: null }
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

/** One that has no part left has ended. */
function progress(tx: Tx, { workspaceId, id, state }: Selectable<BulkRow>, by: number) {
  const isUndo = state === 'undoing'
  const next = isUndo ? 'done' : 'waiting'
  return tx
    .updateTable('bulkAct')
    .set((eb) => ({
      done: eb('done', isUndo ? '-' : '+', by),
      state: sql<typeof state>`case when exists (
        select from bulk_act_part p where p.workspace_id = ${workspaceId} and p.bulk_act_id = ${id} and p.state = ${next})
        then state else ${isUndo ? 'undone' : 'done'} end`,
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
