import type { Tx } from '@comptoir/db/db'
import { teamRoom, userRoom, type Room } from '../../realtime/rooms.ts'
import type { Fact } from '../../realtime/record-events.ts'
import type { ConversationToChange } from '../conversations.ts'
import type { Change } from './apply-act.ts'

/** The team hears of all clients that were tagged; a delegate of theirs alone. */
export async function tagFacts(
  tx: Tx,
  workspaceId: string,
  rows: ConversationToChange[],
  ids: string[],
  { tag, became }: Extract<Change, { is: 'tag' }>,
): Promise<Fact[]> {
  const changed = new Set(ids)
  const clientIds = [...new Set(rows.flatMap(({ id, clientId }) => (changed.has(id) ? [clientId] : [])))]
  if (clientIds.length === 0) return []
  const fact = (room: Room, of: string[]): Fact => ({
    name: 'clients.clients_tagged',
    rooms: [room],
    data: { clientIds: of, tag, became },
  })
  const theirs = await tx
    .selectFrom('conversation as c')
    .innerJoin('membership as m', (join) =>
      join.onRef('m.workspaceId', '=', 'c.workspaceId').onRef('m.userId', '=', 'c.assigneeId'),
    )
    .select(['m.userId', 'c.clientId'])
    .distinct()
    .where('c.workspaceId', '=', workspaceId)
    .where('c.clientId', 'in', clientIds)
    .where('m.role', '=', 'delegate')
    .execute()
  return [
    fact(teamRoom(workspaceId), clientIds),
    ...[...Map.groupBy(theirs, ({ userId }) => userId)].map(([userId, of]) =>
      fact(
        userRoom(userId),
        of.map(({ clientId }) => clientId),
      ),
    ),
  ]
}
