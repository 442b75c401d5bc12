import type { Tx } from '@comptoir/db/db'
import { teamRoom, userRoom, type Room } from '../realtime/rooms.ts'

/** The team hears of every client; a delegate of those whose conversations they handle. */
export async function roomsOfClient(tx: Tx, workspaceId: string, clientId: string): Promise<Room[]> {
  const delegates = await tx
    .selectFrom('conversation as c')
    .innerJoin('membership as m', (join) =>
      join.onRef('m.workspaceId', '=', 'c.workspaceId').onRef('m.userId', '=', 'c.assigneeId'),
    )
    .select('m.userId')
    .distinct()
    .where('c.workspaceId', '=', workspaceId)
    .where('c.clientId', '=', clientId)
    .where('m.role', '=', 'delegate')
    .execute()
  return [teamRoom(workspaceId), ...delegates.map((delegate) => userRoom(delegate.userId))]
}
