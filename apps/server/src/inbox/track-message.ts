import { readWorkspace, type Db } from '@comptoir/db/db'
import type { DeliveryTrack, MessageTrack } from '@comptoir/contract/messaging'
import type { Staff } from '../identity/actor.ts'
import { currentSeq } from '../realtime/current-seq.ts'
import { Refusal } from '../refusal.ts'
import { messagesOf } from './messages.ts'
import { shownState } from './worst-receipt.ts'

/** What became of a message of ours, recipient by recipient, with when. */
export function trackMessage(db: Db, staff: Staff, messageId: string): Promise<MessageTrack> {
  return readWorkspace(db, staff.workspaceId, async (tx) => {
    const message = await messagesOf(tx, staff)
      .where('message.id', '=', messageId)
      .select('message.id')
      .executeTakeFirst()
    if (!message) throw new Refusal('not_found', 'errors.message_missing')
    const [seq, rows] = await Promise.all([
      currentSeq(tx, staff.workspaceId),
      tx
        .selectFrom('delivery')
        .selectAll()
        .where('workspaceId', '=', staff.workspaceId)
        .where('messageId', '=', messageId)
        .orderBy('id')
        .execute(),
    ])
    return { seq, messageId, deliveries: rows.map(trackOf) }
  })
}

type Row = Parameters<typeof stepsOf>[0] & {
  id: string
  recipient: string
  reason: string | null
  providerAnswer: string | null
  attempts: number
  notBefore: string
}

function trackOf(row: Row): DeliveryTrack {
  const { id, recipient, reason, providerAnswer: answer, attempts, notBefore } = row
  const state = shownState[row.state]
  const nextTryAt = state === 'queued' && reason !== null ? notBefore : null
  return { id, recipient, state, steps: stepsOf(row), reason, answer, attempts, nextTryAt }
}

interface Times {
  state: keyof typeof shownState
  queuedAt: string
  stateAt: string
  acceptedAt: string | null
  deliveredAt: string | null
  readAt: string | null
  failedAt: string | null
}

/** In time; what was told together stands in the order it must have happened. */
function stepsOf({ state, queuedAt, stateAt, acceptedAt, deliveredAt, readAt, failedAt }: Times) {
  const unknownAt = state === 'unknown' ? stateAt : null
  const reached = (
    [
      ['queued', queuedAt],
      ['unknown', unknownAt],
      ['sent', acceptedAt],
      ['delivered', deliveredAt],
      ['read', readAt],
      ['failed', failedAt],
    ] as const
  ).flatMap(([step, at]) => (at === null ? [] : [{ state: step, at }]))
  // A clock that was put right must not put the first step behind the others.
  const [queued, ...later] = reached
  return [queued!, ...later.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))]
}
