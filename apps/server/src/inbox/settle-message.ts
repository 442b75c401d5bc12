import { sql } from 'kysely'
import type { Receipt } from '@comptoir/contract/messaging'
import type { SettleMessageInput } from '@comptoir/contract/messaging'
import type { Staff } from '../identity/actor.ts'
import { runCommand, type Live } from '../realtime/run-command.ts'
import { Refusal } from '../refusal.ts'
import { conversationsOf } from './conversations.ts'
import { mailboxOfConversation } from './mailbox-of-conversation.ts'
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
      const mailbox = await mailboxOfConversation(tx, workspaceId, message.mailboxId)
      const settled = await tx
        .updateTable('delivery')
        .set({ reason: null, providerAnswer: null, leaseUntil: null, worker: null, stateAt: sql<string>`now()` })
        .$if(outcome === 'it-left', (query) => query.set({ state: 'accepted' }))
        .$if(outcome === 'resend', (query) =>
          query.set({
            state: 'queued',
            attempts: 0,
            notBefore: sql<string>`now()`,
            queuedAt: sql<string>`now()`,
            mailboxId: mailbox.id,
            carrier: sql<'smtp' | 'sandbox'>`case when carrier = 'sandbox' then carrier else ${mailbox.carrier} end`,
          }),
        )
        .where('workspaceId', '=', workspaceId)
        .where('messageId', '=', messageId)
        .where('state', 'in', ['failed', 'unknown'])
        .returning('id')
        .execute()
      if (settled.length === 0) throw new Refusal('conflict', 'errors.message_not_in_doubt')
      const facts = await noteDeliveries(tx, workspaceId, [{ conversationId: message.conversationId, messageId }])
      return { result: { messageId, receipt: facts[0]!.data.receipt }, facts }
    },
  )
}
