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
 * The deliveries that each report of a mail is about: by the name we gave the envelope, by our Message-ID, or, where it
 * says neither, by its recipient, if only one mail of the last days went to them from where the report came.
 */
export async function reportedDeliveries(
  tx: Tx,
  workspaceId: string,
  mail: PreparedMail,
  reports: Bounce[],
): Promise<ReportedDelivery[][]> {
  const { envelopeId = null, messageId = null } = reports[0] ?? {}
  const named = await byEnvelope(tx, workspaceId, envelopeId)
  if (named.length > 0) return reports.map(() => named)
  const ofMessage = await byMessageId(tx, workspaceId, messageId === null ? mail.references : [messageId])
  if (ofMessage.length > 0)
    return reports.map((report) => {
      const exact = sentTo(report, ofMessage)
      return exact.length > 0 ? exact : ofMessage
    })
  const recipients = reports.flatMap((report) => report.recipients)
  const recent = await byRecipient(tx, workspaceId, mail.mailboxId, recipients)
  return reports.map((report) => {
    const exact = sentTo(report, recent)
    return exact.length === 1 ? exact : []
  })
}

function sentTo({ recipients }: Bounce, deliveries: ReportedDelivery[]) {
  return deliveries.filter(({ recipient }) => recipients.includes(recipient))
}

async function byEnvelope(tx: Tx, workspaceId: string, envelopeId: string | null) {
  return envelopeId && UUID.test(envelopeId) ? sent(tx, workspaceId).where('id', '=', envelopeId).execute() : []
}

/** Those of the last message of ours that is named: an answer names all that were said before it. */
async function byMessageId(tx: Tx, workspaceId: string, mailIds: string[]) {
  const messageId = ownMessageIds(mailIds).at(-1)
  return messageId ? sent(tx, workspaceId).where('messageId', '=', messageId).execute() : []
}

async function byRecipient(tx: Tx, workspaceId: string, mailboxId: string, recipients: string[]) {
  if (recipients.length === 0) return []
  const recent = await sent(tx, workspaceId)
    .where('mailboxId', '=', mailboxId)
    .where('recipient', 'in', [...new Set(recipients)])
    .where('acceptedAt', '>', sql<string>`now() - interval '5 days'`)
    .limit(MAX_RECENT)
    .execute()
  // Cut short, it may name once what was sent twice.
  return recent.length < MAX_RECENT ? recent : []
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
const MAX_RECENT = 1000
