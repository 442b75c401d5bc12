import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { MovedDelivery } from '../messaging/delivery-pump.ts'
import type { Fact } from '../realtime/record-events.ts'
import { now } from '../instant.ts'
import { conversationsToChange, type ConversationToChange } from './conversations.ts'
import { conversationView } from './conversation-view.ts'
import { deliveriesOfMessage } from './deliveries-of-message.ts'
import { roomsOfConversation } from './rooms-of-conversation.ts'
import { worstReceipt, type DeliveryLike } from './worst-receipt.ts'

type ReceiptChanged = Extract<Fact, { name: 'inbox.receipt_changed' }>

/** What new states of deliveries mean for their conversations: each message's receipt, and whether something failed. */
export async function noteDeliveries(tx: Tx, workspaceId: string, moved: MovedDelivery[]): Promise<ReceiptChanged[]> {
  if (moved.length === 0) return []
  const system = { is: 'system', workspaceId, cause: 'delivery' } as const
  const [conversations, standings] = await Promise.all([
    conversationsToChange(tx, system, [...new Set(moved.map((one) => one.conversationId))]),
    standingsOf(tx, workspaceId, [...new Set(moved.map((one) => one.messageId))]),
  ])
  const failedAtOf = new Map<string, string | null>()
  for (const conversation of conversations) {
    const isFailing = standings.some((one) => one.conversationId === conversation.id && one.isFailing)
    failedAtOf.set(conversation.id, await noteFailing(tx, conversation, isFailing))
  }
  const byId = new Map(conversations.map((one) => [one.id, one]))
  return standings.map(({ conversationId, messageId, deliveries }) => {
    const conversation = byId.get(conversationId)!
    const row = conversationView({ ...conversation, failedAt: failedAtOf.get(conversationId)! })
    const data = { conversation: row, messageId, receipt: worstReceipt(deliveries) }
    const rooms = roomsOfConversation(conversation)
    return { name: 'inbox.receipt_changed', rooms, data, clientId: conversation.clientId }
  })
}

/** Since when something of the conversation failed, as it is from now on. */
async function noteFailing(tx: Tx, conversation: ConversationToChange, isFailing: boolean): Promise<string | null> {
  const { workspaceId, id } = conversation
  const failedAt = isFailing ? (conversation.failedAt ?? now()) : null
  if (failedAt !== conversation.failedAt) {
    await tx
      .updateTable('conversation')
      .set({ failedAt })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', id)
      .execute()
  }
  return failedAt
}

interface Standing {
  conversationId: string
  messageId: string
  deliveries: DeliveryLike[]
  /** Whether any message of its conversation failed. */
  isFailing: boolean
}

/** How messages stand, oldest first. A statement of its own, after their conversations were locked. */
async function standingsOf(tx: Tx, workspaceId: string, messageIds: string[]): Promise<Standing[]> {
  const { rows } = await sql<Standing>`
    select m.id as message_id, m.conversation_id, ${deliveriesOfMessage(workspaceId, sql.ref('m.id'))} as deliveries,
      exists (
        select from delivery f
        where f.workspace_id = ${workspaceId} and f.conversation_id = m.conversation_id
          and f.state in ('failed', 'unknown')) as is_failing
    from message m
    where m.workspace_id = ${workspaceId} and m.id = any(${messageIds}::uuid[])
    order by m.conversation_id, m.seq`.execute(tx)
  return rows
}
