import type { Tx } from '@comptoir/db/db'
import { makeId } from '@comptoir/rules/uuid'
import type { Filed, Filing, LeftAside, ReceiveMail } from '../messaging/intake.ts'
import { insertAttachments } from '../messaging/keep-attachments.ts'
import type { PreparedMail } from '../messaging/prepare-mail.ts'
import { clientOfSender } from './client-of-sender.ts'
import { conversationOfMail, type KnownConversation } from './conversation-of-mail.ts'
import { linkToRelated } from './link-to-related.ts'
import { noteBounce } from './note-bounce.ts'
import { noteComplaint } from './note-complaint.ts'
import { noteKnownMail } from './note-known-mail.ts'
import { noteSentElsewhere } from './note-sent-elsewhere.ts'
import { ownMailboxes, type OwnMailboxes } from './own-mailboxes.ts'
import { receiveMessage, type Received } from './receive-message.ts'
import { saidIn } from './said-in.ts'
import { unwantedMail } from './unwanted-mail.ts'

/** Decides what becomes of a mail, and does it: said in a conversation, known already, or left to a person. */
export const receiveMail: ReceiveMail = async (tx, workspaceId, mail, choice) => {
  const own = await ownMailboxes(tx, workspaceId)
  if (choice.is !== 'by-itself') return fileAsNew(tx, workspaceId, mail, own, choice)
  return (
    (await noteKnownMail(tx, workspaceId, mail)) ??
    (await noteSentElsewhere(tx, workspaceId, mail, own)) ??
    (await unwantedMail(tx, workspaceId, mail)) ??
    (await reportOf(tx, workspaceId, mail)) ??
    unplaceable(mail, own) ??
    (await fileIntoKnown(tx, workspaceId, mail, own)) ??
    fileAsNew(tx, workspaceId, mail, own, choice)
  )
}

async function reportOf(tx: Tx, workspaceId: string, mail: PreparedMail): Promise<Filing | null> {
  if (mail.kind === 'bounce') return (await noteBounce(tx, workspaceId, mail)) ?? toSort('errors.mail_bounce_unknown')
  if (mail.kind !== 'complaint') return null
  return (await noteComplaint(tx, workspaceId, mail)) ?? toSort('errors.mail_complaint')
}

function unplaceable({ from }: PreparedMail, own: OwnMailboxes): LeftAside | null {
  if (!from) return toSort('errors.mail_without_sender')
  return own.has(from.address) ? toSort('errors.mail_own_address') : null
}

async function fileIntoKnown(
  tx: Tx,
  workspaceId: string,
  mail: PreparedMail,
  own: OwnMailboxes,
): Promise<Filing | null> {
  const known = await conversationOfMail(tx, workspaceId, mail)
  if (!known) return null
  if (mail.from) await useContactPoint(tx, workspaceId, known.clientId, mail.from.address)
  const conversation = { is: 'existing', id: known.id } as const
  const said = await say(tx, workspaceId, mail, own, { ...known, conversation })
  return filed('threaded', said, [])
}

async function fileAsNew(
  tx: Tx,
  workspaceId: string,
  mail: PreparedMail,
  own: OwnMailboxes,
  choice: Parameters<ReceiveMail>[3],
): Promise<Filing> {
  const client = await clientOfSender(tx, workspaceId, mail.from, choice)
  const { subject, mailboxId } = mail
  const assigneeId = own.ownerOf(mailboxId)?.userId ?? null
  const conversation = { is: 'new', clientId: client.id, subject, mailboxId, assigneeId, source: 'email' } as const
  const said = await say(tx, workspaceId, mail, own, { conversation, clientId: client.id, clientName: client.name })
  await linkToRelated(tx, workspaceId, mail, said.conversationId)
  return filed('new', said, client.facts)
}

async function say(
  tx: Tx,
  workspaceId: string,
  mail: PreparedMail,
  own: OwnMailboxes,
  where: { conversation: Received['conversation'] } & Pick<KnownConversation, 'clientId' | 'clientName'>,
) {
  await insertAttachments(tx, workspaceId, mail.attachments)
  return receiveMessage(tx, workspaceId, {
    ...saidIn(mail),
    conversation: where.conversation,
    messageId: makeId(),
    clientId: where.clientId,
    authorName: mail.from ? mail.from.name || mail.from.address : where.clientName,
    participants: [...(mail.from ? [mail.from.address] : []), ...mail.recipients].filter((one) => !own.has(one)),
    channel: 'email',
    standing: standingOf(mail),
    kind: mail.kind === 'auto-reply' ? 'auto-reply' : 'message',
  })
}

function standingOf({ isHistory, kind, source }: PreparedMail): Received['standing'] {
  if (isHistory) return 'past'
  if (kind === 'auto-reply') return 'automatic'
  return source === 'import' ? 'late' : 'news'
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

function filed(
  how: Filed['how'],
  said: Pick<Filed, 'conversationId' | 'messageId' | 'clientId' | 'facts'>,
  before: Filed['facts'],
): Filed {
  const { conversationId, messageId, clientId } = said
  const facts = [...before, ...said.facts]
  return { outcome: 'filed', how, conversationId, messageId, clientId, attachments: 'kept', facts }
}

function toSort(problem: string): LeftAside {
  return { outcome: 'to_sort', problem }
}
