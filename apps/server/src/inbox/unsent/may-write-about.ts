import type { Tx } from '@comptoir/db/db'
import type { LetterPlace } from '@comptoir/contract/unsent-letters'
import { isTeam, type Staff } from '../../identity/actor.ts'
import { Refusal } from '../../refusal.ts'
import { conversationsOf } from '../conversations.ts'
import { whyMissing } from '../merging/merged-into.ts'
import { messagesOf } from '../messages.ts'

/** Refuses what somebody could not send: about what they do not see, or a beginning by a delegate. */
export async function mayWriteAbout(tx: Tx, staff: Staff, { about, aboutId }: LetterPlace): Promise<void> {
  if (about === 'beginning') {
    if (!isTeam(staff)) throw new Refusal('not_allowed', 'errors.not_allowed')
    return
  }
  // A letter being sent throws what was kept of it away: it is saved before that, or after.
  if (about === 'conversation') {
    const seen = await conversationsOf(tx, staff)
      .where('conversation.id', '=', aboutId)
      .select('conversation.id')
      .forKeyShare()
      .executeTakeFirst()
    if (!seen) throw await whyMissing(tx, staff, aboutId)
    return
  }
  const seen = await messagesOf(tx, staff)
    .where('message.id', '=', aboutId)
    .select('message.id')
    .forKeyShare('conversation')
    .executeTakeFirst()
  if (!seen) throw new Refusal('not_found', 'errors.message_missing')
}
