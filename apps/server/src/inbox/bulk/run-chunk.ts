import { sql, type Selectable } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { BulkAct as BulkRow, BulkActPart } from '@comptoir/db/schema'
import type { BulkAct } from '@comptoir/contract/bulk'
import { userRoom } from '../../realtime/rooms.ts'
import type { Fact } from '../../realtime/record-events.ts'
import type { Done } from '../../realtime/run-command.ts'
import { conversationsToChange, type ConversationToChange } from '../conversations.ts'
import { applyAct, type Doer } from './apply-act.ts'
import { actOf, bulkView } from './bulk-view.ts'
import { factsOfPart } from './facts-of-part.ts'
import { noticesOfPart } from './notices-of-part.ts'
import { tagFacts } from './tag-facts.ts'
import { undoAct } from './undo-act.ts'

/** A part of something done to many could not be done. */
export class PartFailed extends Error {
  override name = 'PartFailed'
  readonly position: number

  constructor(position: number, cause: unknown) {
    super(`part ${position} failed`, { cause })
    this.position = position
  }
}

/** Does the next part of it; answers whether there is more. Whoever else does it at this moment is left to it. */
export async function runChunk(tx: Tx, workspaceId: string, bulkId: string): Promise<Done<'more' | 'all'>> {
  const bulk = await bulkUnderWay(tx, workspaceId, bulkId)
  if (!bulk) return { result: 'all', facts: [] }
  const part = await nextPart(tx, bulk)
  const moved = part
    ? await movePart(tx, bulk, part).catch((error: unknown) => {
        // Two that wait for each other are tried again where they were begun.
        throw isRetried(error) ? error : new PartFailed(part.position, error)
      })
    : []
  return told(tx, bulk, moved, part?.conversationIds.length ?? 0)
}

/** Leaves a part that fails as it is: what is done and what is not differ by it when all has ended. */
export async function skipPart(
  tx: Tx,
  workspaceId: string,
  bulkId: string,
  position: number,
): Promise<Done<'more' | 'all'>> {
  const bulk = await bulkUnderWay(tx, workspaceId, bulkId)
  if (!bulk) return { result: 'all', facts: [] }
  const part = await nextPart(tx, bulk)
  // Somebody else could do it meanwhile.
  if (part?.position !== position) return { result: 'more', facts: [] }
  await endPart(tx, bulk, position, { state: 'back' })
  return told(tx, bulk, [], 0)
}

function bulkUnderWay(tx: Tx, workspaceId: string, bulkId: string) {
  return tx
    .selectFrom('bulkAct')
    .selectAll()
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', bulkId)
    .where('state', 'in', ['running', 'undoing'])
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
}

function nextPart(tx: Tx, { workspaceId, id, state }: Selectable<BulkRow>) {
  return tx
    .selectFrom('bulkActPart')
    .select(['position', 'conversationIds', 'was'])
    .where('workspaceId', '=', workspaceId)
    .where('bulkActId', '=', id)
    .where('state', '=', state === 'running' ? 'waiting' : 'done')
    .orderBy('position')
    .limit(1)
    .executeTakeFirst()
}

/** Whoever asked hears how far it has come. */
async function told(tx: Tx, bulk: Selectable<BulkRow>, moved: Fact[], by: number): Promise<Done<'more' | 'all'>> {
  const now = await progress(tx, bulk, by)
  const fact: Fact = { name: 'inbox.bulk_moved', rooms: [userRoom(bulk.userId)], data: { bulk: bulkView(now) } }
  return { result: now.state === bulk.state ? 'more' : 'all', facts: [...moved, fact] }
}

function isRetried(error: unknown) {
  const { code } = error as { code?: string }
  return code === '40P01' || code === '40001'
}

type Part = Pick<Selectable<BulkActPart>, 'position' | 'conversationIds' | 'was'>

async function movePart(tx: Tx, bulk: Selectable<BulkRow>, part: Part): Promise<Fact[]> {
  const doer = { workspaceId: bulk.workspaceId, userId: bulk.userId, name: bulk.actorName }
  const rows = await conversationsToChange(tx, await sightOf(tx, doer), part.conversationIds)
  const act = actOf(bulk)
  const done = bulk.state === 'running' ? await doThem(tx, doer, act, rows) : await undoThem(tx, doer, act, rows, part)
  await endPart(tx, bulk, part.position, {
    state: done.state,
    ...(done.was && { was: JSON.stringify(done.was) }),
  })
  const told = await noticesOfPart(tx, bulk, done.changes)
  const facts: Fact[] = []
  for (const { change, ids } of done.changes) {
    if (change.is !== 'tag') facts.push(...factsOfPart(doer, rows, ids, change))
    else facts.push(...(await tagFacts(tx, doer.workspaceId, rows, ids, change)))
  }
  return [...facts, ...told]
}

async function endPart(
  tx: Tx,
  { workspaceId, id }: Selectable<BulkRow>,
  position: number,
  end: { state: 'done' | 'back'; was?: string },
) {
  await tx
    .updateTable('bulkActPart')
    .set(end)
    .where('workspaceId', '=', workspaceId)
    .where('bulkActId', '=', id)
    .where('position', '=', position)
    .execute()
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
