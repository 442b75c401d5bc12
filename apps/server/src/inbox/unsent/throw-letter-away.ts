import { inWorkspace, type Tx } from '@comptoir/db/db'
import type { LetterPlace } from '@comptoir/contract/unsent-letters'
import type { Staff } from '../../identity/actor.ts'
import { recordEvents } from '../../realtime/record-events.ts'
import { retryingDeadlocks } from '../../realtime/retrying-deadlocks.ts'
import type { Live } from '../../realtime/run-command.ts'
import { discardLetter } from './discard-letter.ts'
import { mayWriteAbout } from './may-write-about.ts'

/** The person gives up a letter. Doing it twice does it once. */
export async function throwLetterAway(live: Live, staff: Staff, place: LetterPlace): Promise<void> {
  const { workspaceId, userId: actorId } = staff
  const throwAway = async (tx: Tx) => {
    await mayWriteAbout(tx, staff, place)
    const facts = await discardLetter(tx, staff, place)
    if (facts.length === 0) return []
    return recordEvents(tx, { workspaceId, actorId, clientId: null, facts, command: null })
  }
  const events = await retryingDeadlocks(() => inWorkspace(live.db, workspaceId, throwAway))
  live.committed(events)
}
