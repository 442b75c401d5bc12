import { inWorkspace, type Tx } from '@comptoir/db/db'
import type { Staff } from '../identity/actor.ts'
import { recordEvents } from '../realtime/record-events.ts'
import { retryingDeadlocks } from '../realtime/retrying-deadlocks.ts'
import type { Live } from '../realtime/run-command.ts'
import { Refusal } from '../refusal.ts'
import { conversationsOf } from './conversations.ts'
import { discardDraft } from './discard-draft.ts'

/** The person gives up what they were writing. Doing it twice does it once. */
export async function throwDraftAway(live: Live, staff: Staff, conversationId: string): Promise<void> {
  const { workspaceId, userId: actorId } = staff
  const throwAway = async (tx: Tx) => {
    const seen = await conversationsOf(tx, staff)
      .where('conversation.id', '=', conversationId)
      .select('conversation.id')
      .executeTakeFirst()
    if (!seen) throw new Refusal('not_found', 'errors.conversation_missing')
    const facts = await discardDraft(tx, staff, conversationId)
    if (facts.length === 0) return []
    return recordEvents(tx, { workspaceId, actorId, clientId: null, facts, command: null })
  }
  const events = await retryingDeadlocks(() => inWorkspace(live.db, workspaceId, throwAway))
  live.committed(events)
}
