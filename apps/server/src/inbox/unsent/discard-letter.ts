import type { Tx } from '@comptoir/db/db'
import type { LetterPlace } from '@comptoir/contract/unsent-letters'
import type { Staff } from '../../identity/actor.ts'
import type { Fact } from '../../realtime/record-events.ts'
import { userRoom } from '../../realtime/rooms.ts'

/** Throws the person's letter about this away; their other screens hear of it if there was one. */
export async function discardLetter(tx: Tx, staff: Staff, { about, aboutId }: LetterPlace): Promise<Fact[]> {
  const gone = await tx
    .deleteFrom('unsentLetter')
    .where('workspaceId', '=', staff.workspaceId)
    .where('userId', '=', staff.userId)
    .where('about', '=', about)
    .where('aboutId', '=', aboutId)
    .returning('version')
    .execute()
  return gone.map(({ version }) => ({
    name: 'inbox.letter_discarded',
    rooms: [userRoom(staff.userId)],
    data: { about, aboutId, version },
  }))
}
