import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { Receipt } from '@comptoir/contract/messaging'
import { now } from '../instant.ts'
import type { NoteDelivery } from '../messaging/delivery-pump.ts'
import { conversationToChange } from './conversations.ts'
import { conversationView } from './conversation-view.ts'
import { roomsOfConversation } from './rooms-of-conversation.ts'
import { deliveriesOfMessage } from './deliveries-of-message.ts'
import { worstReceipt, type DeliveryLike } from './worst-receipt.ts'

/** What a delivery's new state means for its conversation: the message's receipt, and whether something failed. */
export const noteDelivery: NoteDelivery = async (tx, { workspaceId, conversationId, messageId }) => {
  const conversation = await conversationToChange(tx, { is: 'system', workspaceId, cause: 'delivery' }, conversationId)
  const { receipt, failing } = await standingOf(tx, workspaceId, conversationId, messageId)
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

/** The receipt of a message, and whether any message of its conversation failed. Needs the conversation locked. */
async function standingOf(tx: Tx, workspaceId: string, conversationId: string, messageId: string) {
  const { rows } = await sql<{ deliveries: DeliveryLike[]; failing: boolean }>`
    select ${deliveriesOfMessage(workspaceId, messageId)} as deliveries,
      exists (
        select from delivery f
        where f.workspace_id = ${workspaceId} and f.conversation_id = ${conversationId}
          and f.state in ('failed', 'unknown')) as failing`.execute(tx)
  const { deliveries, failing } = rows[0]!
  return { receipt: worstReceipt(deliveries), failing }
}

export async function receiptOfMessage(tx: Tx, workspaceId: string, messageId: string): Promise<Receipt> {
  const { rows } = await sql<{ deliveries: DeliveryLike[] }>`
    select ${deliveriesOfMessage(workspaceId, messageId)} as deliveries`.execute(tx)
  return worstReceipt(rows[0]!.deliveries)
}
