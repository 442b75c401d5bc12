import type { Tx } from '@comptoir/db/db'
import { makeId } from '@comptoir/rules/uuid'
import type { Filing, ReceiveMail } from '../messaging/intake.ts'
import { insertAttachments } from '../messaging/keep-attachments.ts'
import type { PreparedMail } from '../messaging/prepare-mail.ts'
import { clientOfSender } from './client-of-sender.ts'
import { conversationOfMail } from './conversation-of-mail.ts'
import { noteBounce } from './note-bounce.ts'
import { ownAddresses } from './own-addresses.ts'
import { receiveMessage, type Received } from './receive-message.ts'

/** Decides to which conversation a mail belongs, and says it there; or says why a person must decide. */
export const receiveMail: ReceiveMail = async (tx, workspaceId, mail, choice) => {
  const own = await ownAddresses(tx, workspaceId)
  if (choice.is === 'by-itself') {
    if (mail.kind === 'bounce') return (await noteBounce(tx, workspaceId, mail)) ?? toSort('errors.mail_bounce_unknown')
    if (mail.kind === 'complaint') return toSort('errors.mail_complaint')
    if (!mail.from) return toSort('errors.mail_without_sender')
    if (own.has(mail.from.address)) return toSort('errors.mail_own_address')
    const known = await conversationOfMail(tx, workspaceId, mail)
    if (known) return fileInto(tx, workspaceId, mail, own, known)
  }
  const client = await clientOfSender(tx, workspaceId, mail.from, choice)
  const { subject, mailboxId } = mail
  const conversation = { is: 'new', clientId: client.id, subject, mailboxId, source: 'email' } as const
  const filed = await say(tx, workspaceId, mail, own, { conversation, clientId: client.id, clientName: client.name })
  return { outcome: 'filed', facts: [...client.facts, ...filed.facts], clientId: client.id }
}

async function fileInto(
  tx: Tx,
  workspaceId: string,
  mail: PreparedMail,
  own: Set<string>,
  known: { id: string; clientId: string; clientName: string },
): Promise<Filing> {
  if (mail.from) await useContactPoint(tx, workspaceId, known.clientId, mail.from.address)
  const conversation = { is: 'existing', id: known.id } as const
  const { facts } = await say(tx, workspaceId, mail, own, { ...known, conversation })
  return { outcome: 'filed', facts, clientId: known.clientId }
}

async function say(
  tx: Tx,
  workspaceId: string,
  mail: PreparedMail,
  own: Set<string>,
  where: { conversation: Received['conversation']; clientId: string; clientName: string },
) {
  const { subject, bodyText, bodyHtml, quotedText, remoteImages, mailId, references, mailboxId, attachments } = mail
  await insertAttachments(tx, workspaceId, attachments)
  return receiveMessage(tx, workspaceId, {
    conversation: where.conversation,
    messageId: makeId(),
    clientId: where.clientId,
    authorName: mail.from ? mail.from.name || mail.from.address : where.clientName,
    subject,
    bodyText,
    bodyHtml,
    quotedText,
    remoteImages,
    mailId,
    references,
    participants: [...(mail.from ? [mail.from.address] : []), ...mail.recipients].filter(
      (address) => !own.has(withoutPlus(address)),
    ),
    incomingMailId: mail.id,
    mailboxId,
    channel: 'email',
    at: mail.receivedAt,
    attachments: attachments.map(({ fileId, contentId, inline }) => ({ fileId, contentId, inline })),
  })
}

/** The next mail from an address that several share is taken to be of whoever wrote last. */
async function useContactPoint(tx: Tx, workspaceId: string, clientId: string, address: string) {
  await tx
    .updateTable('contactPoint')
    .set({ lastUsedAt: new Date().toISOString() })
    .where('workspaceId', '=', workspaceId)
    .where('clientId', '=', clientId)
    .where('kind', '=', 'email')
    .where('normalised', '=', address)
    .execute()
}

function withoutPlus(address: string) {
  return address.replace(/\+[^@]*@/, '@')
}

function toSort(problem: string): Filing {
  return { outcome: 'to_sort', problem }
}
