import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { DeliveredMessage, NoteDeliveries } from '../messaging/delivery-pump.ts'
import type { Fact } from '../realtime/record-events.ts'
import { now } from '../instant.ts'
import { conversationsToChange, type ConversationToChange } from './conversations.ts'
import { conversationView } from './conversation-view.ts'
import { deliveriesOfMessage, instant } from './deliveries-of-message.ts'
import { noticeFor, type Cause } from './notices/notice-for.ts'
import { roomsOfConversation } from './rooms-of-conversation.ts'
import { portalFacts } from './sent-facts.ts'
import { tellTrouble } from './tell-trouble.ts'
import { troubleOf } from './trouble.ts'
import { worstReceipt, type DeliveryLike } from './worst-receipt.ts'

/**
 * What new states of deliveries mean for their conversations: each message's receipt, whether something failed, and
 * that whoever wrote it is told.
 */
export const noteDeliveries: NoteDeliveries = async (tx, workspaceId, about, moving) => {
  if (about.length === 0) return []
  const [moves, { conversations: locked, standings: all }] = await Promise.all([
    moving,
    lockedStandings(tx, workspaceId, about),
  ])
  // Its conversation may have gone into another since it was claimed.
  const whereIs = new Map(all.map((one) => [one.messageId, one.conversationId]))
  const moved = moves.map((one) => ({ ...one, conversationId: whereIs.get(one.messageId) ?? one.conversationId }))
  const conversations = locked.filter(({ id }) => moved.some((one) => one.conversationId === id))
  const standings = all.filter(({ messageId }) => moved.some((one) => one.messageId === messageId))
  const troubles = moved.flatMap((one) => troubleOf(one) ?? [])
  const byId = new Map<string, ConversationToChange>()
  for (const conversation of conversations) {
    const isFailing = standings.some((one) => one.conversationId === conversation.id && one.isFailing)
    const isTroubled = troubles.some((one) => one.conversationId === conversation.id)
    byId.set(conversation.id, await nowStanding(tx, conversation, isFailing, isTroubled ? 'open' : conversation.state))
  }
  const facts = standings.map(({ conversationId, messageId, deliveries }) =>
    receiptChanged(byId.get(conversationId)!, messageId, deliveries),
  )
  for (const { conversationId, messageId, message, deliveries } of standings) {
    const isFirst = hasJustLeft(deliveries, moved.filter((one) => one.messageId === messageId).length)
    if (message.putOff && isFirst) facts.push(...portalFacts(byId.get(conversationId)!, { id: messageId, ...message }))
  }
  const causes: Cause[] = []
  for (const trouble of troubles) {
    const { authorId, seq } = standings.find((one) => one.messageId === trouble.messageId)!
    const told = await tellTrouble(tx, byId.get(trouble.conversationId)!, { ...trouble, authorId, seq })
    facts.push(told.fact)
    causes.push(...told.causes)
  }
  return [...facts, ...(await noticeFor(tx, workspaceId, causes))]
}

/** How these messages stand, with the conversations they are in at this moment locked. */
async function lockedStandings(tx: Tx, workspaceId: string, about: DeliveredMessage[]) {
  const system = { is: 'system', workspaceId, cause: 'delivery' } as const
  const messageIds = [...new Set(about.map((one) => one.messageId))]
  let [conversations, standings] = await Promise.all([
    conversationsToChange(tx, system, [...new Set(about.map((one) => one.conversationId))]),
    standingsOf(tx, workspaceId, messageIds),
  ])
  for (;;) {
    const locked = new Set(conversations.map(({ id }) => id))
    const others = standings.map((one) => one.conversationId).filter((id) => !locked.has(id))
    if (others.length === 0) return { conversations, standings }
    conversations = [...conversations, ...(await conversationsToChange(tx, system, [...new Set(others)]))]
    standings = await standingsOf(tx, workspaceId, messageIds)
  }
}

/** Whether none of its recipients' had left before those that moved now. */
function hasJustLeft(deliveries: DeliveryLike[], movedNow: number) {
  const left = deliveries.filter(({ state }) => state === 'accepted').length
  return left > 0 && left <= movedNow && deliveries.every(({ state }) => state !== 'delivered' && state !== 'read')
}

/** How a message of a conversation stands now. */
export function receiptChanged(
  conversation: ConversationToChange,
  messageId: string,
  deliveries: DeliveryLike[],
): Fact {
  const data = { conversation: conversationView(conversation), messageId, receipt: worstReceipt(deliveries) }
  const rooms = roomsOfConversation(conversation)
  return { name: 'inbox.receipt_changed', rooms, data, clientId: conversation.clientId }
}

/** The conversation as it is from now on: since when something of it failed, and open again where somebody must look. */
async function nowStanding(
  tx: Tx,
  conversation: ConversationToChange,
  isFailing: boolean,
  state: ConversationToChange['state'],
): Promise<ConversationToChange> {
  const { workspaceId, id } = conversation
  const failedAt = isFailing ? (conversation.failedAt ?? now()) : null
  if (failedAt !== conversation.failedAt || state !== conversation.state) {
    await tx
      .updateTable('conversation')
      .set({ failedAt, state })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', id)
      .execute()
  }
  return { ...conversation, failedAt, state }
}

interface Standing {
  conversationId: string
  messageId: string
  seq: number
  authorId: string | null
  deliveries: DeliveryLike[]
  message: { text: string; authorName: string; at: string; putOff: boolean }
  /** Whether any message of its conversation failed. */
  isFailing: boolean
}

/** How messages stand, oldest first. A statement of its own, after their conversations were locked. */
export async function standingsOf(tx: Tx, workspaceId: string, messageIds: string[]): Promise<Standing[]> {
  const { rows } = await sql<Standing>`
    select m.id as message_id, m.conversation_id, m.seq, m.user_id as author_id,
      jsonb_build_object('text', case when m.leaves_at is null or m.party = 'outsider' then '' else m.body_text end,
                         'authorName', m.author_name, 'at', ${instant(sql.ref('m.at'))},
                         'putOff', m.leaves_at is not null and m.party = 'client') as message,
      ${deliveriesOfMessage(workspaceId, sql.ref('m.id'))} as deliveries,
      exists (
        select from delivery f
        where f.workspace_id = ${workspaceId} and f.conversation_id = m.conversation_id
          and f.state in ('failed', 'unknown')) as is_failing
    from message m
    where m.workspace_id = ${workspaceId} and m.id = any(${messageIds}::uuid[])
    order by m.conversation_id, m.seq`.execute(tx)
  return rows
}
