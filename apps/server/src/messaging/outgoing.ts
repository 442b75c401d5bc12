import type { Tx } from '@comptoir/db/db'
import type { ClaimedDelivery } from './delivery-leases.ts'

/** All that is needed to send one mail, as it is at the moment of sending; undefined when it is another's. */
export async function outgoingOf(tx: Tx, { workspaceId, id }: ClaimedDelivery, worker: string) {
  const delivery = await tx
    .selectFrom('delivery')
    .select(['messageId', 'conversationId', 'mailboxId', 'recipient', 'attempts', 'queuedAt'])
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', id)
    .where('worker', '=', worker)
    .where('state', '=', 'claimed')
    .executeTakeFirst()
  if (!delivery) return undefined
  const { messageId, conversationId, mailboxId, recipient, attempts, queuedAt } = delivery
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
  const earlier = await mailIdsBefore(tx, workspaceId, conversationId, message.seq)
  return { id, conversationId, recipient, attempts, queuedAt, mailbox, message, attachments, client, earlier }
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

/** The Message-IDs of what was said before, oldest first. */
export async function mailIdsBefore(tx: Tx, workspaceId: string, conversationId: string, seq: number) {
  const rows = await tx
    .selectFrom('message')
    .select('mailId')
    .where('workspaceId', '=', workspaceId)
    .where('conversationId', '=', conversationId)
    .where('seq', '<', seq)
    .where('mailId', 'is not', null)
    .orderBy('seq', 'desc')
    .limit(40)
    .execute()
  return rows.map(({ mailId }) => mailId!).toReversed()
}
