import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { Receipt } from '@comptoir/contract/messaging'
import { now } from '../instant.ts'
import type { NoteDelivery } from '../messaging/delivery-pump.ts'
import { conversationToChange } from './conversations.ts'
import { conversationView } from './conversation-view.ts'
import { roomsOfConversation } from './rooms-of-conversation.ts'
import { worstReceipt } from './worst-receipt.ts'

/** What a delivery's new state means for its conversation: the message's receipt, and whether something failed. */
export const noteDelivery: NoteDelivery = async (tx, { workspaceId, conversationId, messageId }) => {
  const conversation = await conversationToChange(tx, { is: 'system', workspaceId, cause: 'delivery' }, conversationId)
  const [receipt, failing] = await Promise.all([
    receiptOfMessage(tx, workspaceId, messageId),
    tx
      .selectFrom('delivery')
      .select('id')
      .where('workspaceId', '=', workspaceId)
      .where('conversationId', '=', conversationId)
      .where('state', 'in', ['failed', 'unknown'])
      .limit(1)
      .executeTakeFirst(),
  ])
  const failedAt = failing ? (conversation.failedAt ?? now()) : null
  if (failedAt !== conversation.failedAt) {
    await tx
      .updateTable('conversation')
      .set({ failedAt })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', conversationId)
      .execute()
  }
  const data = { conversation: conversationView({ ...conversation, failedAt }), messageId, receipt }
  const facts = [{ name: 'inbox.receipt_changed', rooms: roomsOfConversation(conversation), data } as const]
  return { facts, clientId: conversation.clientId }
}

export async function receiptOfMessage(tx: Tx, workspaceId: string, messageId: string): Promise<Receipt> {
  const deliveries = await tx
    .selectFrom('delivery')
    .select(['state', 'reason', 'providerAnswer as answer'])
    // While a message waits, claims and leases are nobody's business: it waits since it was written.
    .select(sql<string>`case when state in ('queued', 'claimed', 'sending') then queued_at else state_at end`.as('at'))
    .where('workspaceId', '=', workspaceId)
    .where('messageId', '=', messageId)
    .orderBy('id')
    .execute()
  return worstReceipt(deliveries)
}
