import { teamRoom, userRoom } from '../../realtime/rooms.ts'
import type { Fact } from '../../realtime/record-events.ts'
import type { ConversationToChange } from '../conversations.ts'
import type { Change, Doer } from './apply-act.ts'

/** The team hears of all of them, a delegate of those that were theirs or are. What one has read is one's own. */
export function factsOfPart(
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
