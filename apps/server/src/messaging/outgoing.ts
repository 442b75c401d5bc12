import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { ClaimedDelivery } from './delivery-leases.ts'
import { mostReferences, referencesFrom } from './references-from.ts'

/** All that is needed to send one mail, as it is at the moment of sending; undefined when it is another's. */
export async function outgoingOf(tx: Tx, claimed: ClaimedDelivery, worker: string) {
  const delivery = await deliveryOf(tx, claimed)
    .where('worker', '=', worker)
    .where('state', '=', 'claimed')
    .executeTakeFirst()
  return delivery && wholeOf(tx, claimed, delivery)
}

/** The same of a mail that left, and is still to be put among what was sent. */
export async function outgoingToCopy(tx: Tx, left: ClaimedDelivery) {
  const delivery = await deliveryOf(tx, left).where('sentCopy', '=', 'wanted').executeTakeFirst()
  return delivery && wholeOf(tx, left, delivery)
}

function deliveryOf(tx: Tx, { workspaceId, id }: ClaimedDelivery) {
  return tx
    .selectFrom('delivery')
    .select(['messageId', 'conversationId', 'mailboxId', 'recipient', 'attempts'])
    .select(sql<'left' | 'over'>`case when keep_trying_until < now() then 'over' else 'left' end`.as('patience'))
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', id)
}

type DeliveryRow = Awaited<ReturnType<ReturnType<typeof deliveryOf>['executeTakeFirstOrThrow']>>

async function wholeOf(tx: Tx, { workspaceId, id }: ClaimedDelivery, delivery: DeliveryRow) {
  const { messageId, conversationId, mailboxId, recipient, attempts, patience } = delivery
  const [mailbox, message, attachments, client] = await Promise.all([
    tx
      .selectFrom('mailbox')
      .selectAll()
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', mailboxId)
      .executeTakeFirstOrThrow(),
    tx
      .selectFrom('message')
      .selectAll()
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', messageId)
      .executeTakeFirstOrThrow(),
    attachmentsOf(tx, workspaceId, messageId),
    tx
      .selectFrom('conversation')
      .select('clientName as name')
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', conversationId)
      .executeTakeFirstOrThrow(),
  ])
  const earlier = await earlierMails(tx, workspaceId, conversationId, message.seq)
  return { id, conversationId, recipient, attempts, patience, mailbox, message, attachments, client, earlier }
}

export type Outgoing = NonNullable<Awaited<ReturnType<typeof outgoingOf>>>

function attachmentsOf(tx: Tx, workspaceId: string, messageId: string) {
  return tx
    .selectFrom('attachment')
    .innerJoin('file', (join) =>
      join.onRef('file.workspaceId', '=', 'attachment.workspaceId').onRef('file.id', '=', 'attachment.fileId'),
    )
    .select(['file.name', 'file.mediaType', 'file.storageKey', 'attachment.contentId'])
    .where('attachment.workspaceId', '=', workspaceId)
    .where('attachment.messageId', '=', messageId)
    .orderBy('attachment.position')
    .execute()
}

/** The mails said before, as an answer names them (RFC 5322 §3.6.4). */
export interface EarlierMails {
  /** Message-IDs, oldest first: that of the root, then the last ones. */
  references: string[]
  /** The one it answers: the client's last; where the client wrote none, ours. */
  inReplyTo: string | null
}

export async function earlierMails(
  tx: Tx,
  workspaceId: string,
  conversationId: string,
  seq: number,
): Promise<EarlierMails> {
  const before = tx
    .selectFrom('message')
    .select(['mailId', 'direction'])
    .where('workspaceId', '=', workspaceId)
    .where('conversationId', '=', conversationId)
    .where('seq', '<', seq)
    .where('mailId', 'is not', null)
  const [root, last] = await Promise.all([
    before.orderBy('seq').limit(1).executeTakeFirst(),
    before.orderBy('seq', 'desc').limit(mostReferences).execute(),
  ])
  const ids = last.map(({ mailId }) => mailId!).toReversed()
  const theirs = last.find(({ direction }) => direction === 'in') ?? last[0]
  return { references: referencesFrom(root?.mailId ?? null, ids), inReplyTo: theirs?.mailId ?? null }
}
