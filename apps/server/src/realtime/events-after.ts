import type { Tx } from '@comptoir/db/db'
import type { LoggedEvent } from '@comptoir/contract/realtime'
import type { RecordedEvent } from './record-events.ts'
import type { Room } from './rooms.ts'

/** The most events one page holds. */
export const eventsPageSize = 500

/** The next events of a workspace's log, in order, at most a page. */
export async function eventsAfter(tx: Tx, workspaceId: string, after: number): Promise<RecordedEvent[]> {
  const rows = await tx
    .selectFrom('event')
    .select(['seq', 'name', 'rooms', 'data', 'actorId', 'at'])
    .where('workspaceId', '=', workspaceId)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(eventsPageSize)
    .execute()
  return rows.map((row) => ({ ...row, rooms: row.rooms as Room[], workspaceId }))
}

/** Whether somebody in these rooms hears it. */
export function isHeardIn(rooms: Room[], event: RecordedEvent) {
  return event.rooms.some((room) => rooms.includes(room))
}

/** What leaves the server of an event: not who else heard it. */
export function eventView({ workspaceId, seq, name, data, actorId, at }: RecordedEvent): LoggedEvent {
  return { workspaceId, seq, name, data, actorId, at }
}
