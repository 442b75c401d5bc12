import type { Tx } from '@comptoir/db/db'
import type { DraftView } from '@comptoir/contract/composer'
import type { Staff } from '../identity/actor.ts'
import type { Fact } from '../realtime/record-events.ts'
import { userRoom } from '../realtime/rooms.ts'

/** Throws the person's draft away, or only one of this kind; their other screens hear of it if there was one. */
export async function discardDraft(
  tx: Tx,
  staff: Staff,
  conversationId: string,
  kind?: DraftView['kind'],
): Promise<Fact[]> {
  const gone = await tx
    .deleteFrom('draft')
    .where('workspaceId', '=', staff.workspaceId)
    .where('conversationId', '=', conversationId)
    .where('userId', '=', staff.userId)
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind!))
    .returning('version')
    .execute()
  return gone.map(({ version }) => ({
    name: 'inbox.draft_discarded',
    rooms: [userRoom(staff.userId)],
    data: { conversationId, version },
  }))
}
