import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import { ownMessageIds } from '../messaging/own-message-ids.ts'
import type { PreparedMail } from '../messaging/prepare-mail.ts'
import type { Bounce } from '../messaging/read-bounce.ts'

export interface ReportedDelivery {
  id: string
  conversationId: string
  messageId: string
  recipient: string
}

/**
 * The deliveries a report is about: by the name we gave the envelope, by our Message-ID, or, where it says neither, by
 * its recipient, if only one mail of the last days went to them from where the report came.
 */
export async function reportedDeliveries(
  tx: Tx,
  workspaceId: string,
  mail: PreparedMail,
  report: Bounce,
): Promise<ReportedDelivery[]> {
  const named = await byEnvelope(tx, workspaceId, report)
  if (named.length > 0) return named
  const ofMessage = await byMessageId(tx, workspaceId, [report.messageId ?? '', ...mail.references])
  const exact = ofMessage.filter(({ recipient }) => report.recipients.includes(recipient))
  if (ofMessage.length > 0) return exact.length > 0 ? exact : ofMessage
  const recent = await byRecipient(tx, workspaceId, mail.mailboxId, report.recipients)
  return recent.length === 1 ? recent : []
}

async function byEnvelope(tx: Tx, workspaceId: string, { envelopeId }: Bounce) {
  return envelopeId && UUID.test(envelopeId) ? sent(tx, workspaceId).where('id', '=', envelopeId).execute() : []
}

async function byMessageId(tx: Tx, workspaceId: string, mailIds: string[]) {
  const messageIds = ownMessageIds(mailIds)
  return messageIds.length > 0 ? sent(tx, workspaceId).where('messageId', 'in', messageIds).execute() : []
}

async function byRecipient(tx: Tx, workspaceId: string, mailboxId: string, recipients: string[]) {
  if (recipients.length === 0) return []
  return sent(tx, workspaceId)
    .where('mailboxId', '=', mailboxId)
    .where('recipient', 'in', recipients)
    .where('acceptedAt', '>', sql<string>`now() - interval '5 days'`)
    .limit(2)
    .execute()
}

function sent(tx: Tx, workspaceId: string) {
  return tx
    .selectFrom('delivery')
    .select(['id', 'recipient', 'conversationId', 'messageId'])
    .where('workspaceId', '=', workspaceId)
    .where('carrier', '=', 'smtp')
    .orderBy('id')
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
