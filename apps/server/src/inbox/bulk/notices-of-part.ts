import type { Selectable } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { BulkAct as BulkRow } from '@comptoir/db/schema'
import type { Fact } from '../../realtime/record-events.ts'
import { noticeFor } from '../notices/notice-for.ts'
import { seeNoticesOf } from '../notices/see-notices.ts'
import { forgetNotices, withdrawNotices } from '../notices/withdraw-notices.ts'
import type { Change } from './apply-act.ts'
import { actOf } from './bulk-view.ts'

/** What people are told of a part, and what they need not be told any more. Of many that are theirs now, once. */
export async function noticesOfPart(
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
