import type { Tx } from '@comptoir/db/db'
import type { EventsPage } from '@comptoir/contract/realtime'
import { eventsAfter, eventsPageSize, eventView, isHeardIn } from './events-after.ts'
import type { Room } from './rooms.ts'

/** What these rooms missed after a number: paged until `through`, or `resync` where the log no longer reaches. */
export async function catchUp(tx: Tx, workspaceId: string, rooms: Room[], after: number): Promise<EventsPage> {
  const counter = await tx
    .selectFrom('eventCounter')
    .select(['lastSeq', 'floorSeq'])
    .where('workspaceId', '=', workspaceId)
    .executeTakeFirstOrThrow()
  if (after < counter.floorSeq || after > counter.lastSeq) return { is: 'resync', seq: counter.lastSeq }
  const page = await eventsAfter(tx, workspaceId, after)
  const through = page.length === eventsPageSize ? page.at(-1)!.seq : counter.lastSeq
  const events = page.filter((event) => isHeardIn(rooms, event)).map(eventView)
  return { is: 'events', events, through, more: through < counter.lastSeq }
}
