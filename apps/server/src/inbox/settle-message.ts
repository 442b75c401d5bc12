import { sql } from 'kysely'
import type { Receipt } from '@comptoir/contract/messaging'
import type { SettleMessageInput } from '@comptoir/contract/messaging'
import type { Staff } from '../identity/actor.ts'
import { rememberSent } from '../messaging/remember-sent.ts'
import { runCommand, type Live } from '../realtime/run-command.ts'
import { Refusal } from '../refusal.ts'
import { conversationsOf } from './conversations.ts'
import { mailboxOfMessage } from './mailbox-of-conversation.ts'
import { withdrawNotices } from './notices/withdraw-notices.ts'
import { noteDeliveries } from './note-deliveries.ts'

export interface MessageSettled {
  messageId: string
  receipt: Receipt
}

/** A person decides about a message that failed, or of which nobody knows whether it left: send it again, or it left. */
export function settleMessage(
  live: Live,
  staff: Staff,
  messageId: string,
  input: SettleMessageInput,
): Promise<MessageSettled> {
  const { commandId, outcome } = input
  const { workspaceId } = staff
  return runCommand(
    live,
    staff,
    { name: 'inbox.settle_message', commandId, input: { messageId, outcome } },
    async (tx) => {
      const message = await conversationsOf(tx, staff)
        .innerJoin('message as g', (join) =>
          join
            .onRef('g.workspaceId', '=', 'conversation.workspaceId')
            .onRef('g.conversationId', '=', 'conversation.id'),
        )
        .where('g.id', '=', messageId)
        .where('g.direction', '=', 'out')
        .select(['conversation.id as conversationId', 'g.mailboxId'])
        .executeTakeFirst()
      if (!message) throw new Refusal('not_found', 'errors.message_missing')
      // The mailbox may have been removed, or given another account, since.
      const mailbox = await mailboxOfMessage(tx, workspaceId, message.mailboxId)
      if (outcome === 'resend') await rememberSent(tx, workspaceId, messageId)
      const settled = await tx
        .updateTable('delivery')
        .set({ reason: null, providerAnswer: null, answered: null, leaseUntil: null, worker: null })
        .set({ stateAt: sql<string>`now()` })
        .set({ deliveredAt: null, readAt: null, failedAt: null })
        .$if(outcome === 'it-left', (query) =>
          query.set({ state: 'accepted', acceptedAt: sql<string>`coalesce(accepted_at, now())` }),
        )
        .$if(outcome === 'resend', (query) =>
          query.set({
            state: 'queued',
            attempts: 0,
            acceptedAt: null,
            keepTryingUntil: sql<string>`now() + interval '3 days'`,
            notBefore: sql<string>`now()`,
            queuedAt: sql<string>`now()`,
            mailboxId: mailbox.id,
            carrier: sql<'smtp' | 'sandbox'>`case when carrier = 'sandbox' then carrier else ${mailbox.carrier} end`,
          }),
        )
        .where('workspaceId', '=', workspaceId)
        .where('messageId', '=', messageId)
        .where('state', 'in', ['failed', 'unknown'])
        .returning(['conversationId', 'messageId', 'recipient', 'state', 'reason'])
        .execute()
      if (settled.length === 0) throw new Refusal('conflict', 'errors.message_not_in_doubt')
      const facts = await noteDeliveries(tx, workspaceId, settled, Promise.resolve(settled))
      const [changed] = facts.flatMap((fact) => (fact.name === 'inbox.receipt_changed' ? [fact.data] : []))
      const seen = await withdrawNotices(tx, workspaceId, { kind: 'trouble', thingIds: [messageId] })
      return { result: { messageId, receipt: changed!.receipt }, facts: [...facts, ...seen] }
    },
  )
}
