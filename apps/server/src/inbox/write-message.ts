import type { Tx } from '@comptoir/db/db'
import type { Leaving, MessageItem } from '@comptoir/contract/timeline'
import type { Answers, Recipients } from '@comptoir/contract/addressees'
import { gapsIn } from '@comptoir/rules/fill-template'
import { picturesIn } from '@comptoir/rules/pictures-in'
import { makeId } from '@comptoir/rules/uuid'
import type { Staff } from '../identity/actor.ts'
import { laterOf, now } from '../instant.ts'
import { htmlToText } from '../messaging/html-to-text.ts'
import { sanitizeOwnHtml } from '../messaging/sanitize-own-html.ts'
import { Refusal } from '../refusal.ts'
import { attachFiles } from './attach-files.ts'
import type { ConversationToChange } from './conversations.ts'
import type { MailboxOfConversation } from './mailbox-of-conversation.ts'
import { previewOf } from './preview.ts'
import { addresseesOf } from './recipients-of.ts'
import { sentView } from './sent-view.ts'
import { whereRepliesGo, type WhereTo } from './where-replies-go.ts'
import { writeSent } from './write-sent.ts'

/** A message of ours to write into a conversation. */
export interface NewMessage {
  messageId: string
  bodyHtml: string
  fileIds: string[]
  recipients: Recipients
  mailbox: MailboxOfConversation
  /** To whom the next answer goes, where this message changes nothing of it. */
  where: Pick<WhereTo, 'recipient' | 'answers'> | null
  /** What each person has unread of the conversation. */
  unread: Record<string, number>
  /** When it leaves, where that is not at once. */
  leaving: Leaving | null
  /** What it ends with, apart from what was written. */
  signatureHtml: string | null
  /** To somebody outside, and not to the client. */
  beside?: Beside
}

/** What a message to somebody outside has of its own. */
export interface Beside {
  subject: string
  /** The message that is passed on, or answered; null where it is the whole conversation. */
  aboutId: string | null
  /** What is passed on, below our words; nothing where somebody is answered. */
  quote: { html: string; text: string } | null
  /** The files that the quote shows. */
  inlineIds: string[]
}

/** A message that was written, its conversation as it now is, and where answers go. */
export interface Written {
  conversation: ConversationToChange
  message: MessageItem
  unread: Record<string, number>
  recipient: string | null
  answers: Answers
  mailboxAddress: string
  mailboxOwnerId: string | null
  /** The statement that writes it, under way. */
  asked: Promise<unknown>
}

/** Writes an outgoing message with its delivery. */
export async function writeMessage(
  tx: Tx,
  staff: Staff,
  conversation: ConversationToChange,
  input: NewMessage,
): Promise<Written> {
  const { workspaceId, id: conversationId } = conversation
  const { messageId, mailbox, unread, leaving, beside, signatureHtml } = input
  const subject = beside?.subject ?? conversation.subject
  const addressees = addresseesOf(input.recipients)
  const participants = addressees.map(({ address }) => address)
  const at = laterOf(now(), conversation.topAt)
  // What is planned stands at its time; the conversation was touched now.
  const saidAt = leaving?.is === 'later' ? leaving.at : at
  const seq = conversation.lastSeq + 1
  const bodyHtml = sanitizeOwnHtml(input.bodyHtml)
  const bodyText = htmlToText(bodyHtml)
  // What stands in it, or in what it ends with, leaves inside of it.
  const pictureIds = picturesIn(`${bodyHtml}${signatureHtml ?? ''}`)
  const fileIds = [...input.fileIds, ...pictureIds]
  if (bodyText.trim() === '' && input.fileIds.length === 0 && picturesIn(bodyHtml).length === 0 && !beside?.quote)
    throw new Refusal('invalid', 'errors.empty_message')
  // A client never reads what was to be filled in.
  if (gapsIn(bodyText).length > 0) throw new Refusal('invalid', 'errors.gap_left')
  const mailId = `${messageId}@${mailbox.address.split('@')[1]}`
  const lastPreview = previewOf(bodyText || (beside ? subject : ''))
  const moved = {
    lastSeq: seq,
    lastAt: at,
    lastPreview,
    lastDirection: 'out',
    // The client still waits while somebody else is asked.
    waitingSince: beside ? conversation.waitingSince : null,
    sentAt: at,
    mailboxId: mailbox.id,
  } as const
  const own = { workspaceId, conversationId }
  const said = {
    id: messageId,
    seq,
    userId: staff.userId,
    authorName: staff.name,
    subject,
    bodyText,
    bodyHtml,
    at: saidAt,
    party: beside ? ('outsider' as const) : ('client' as const),
    aboutId: beside?.aboutId ?? null,
  }

  const going = {
    mailId,
    mailIds: [mailId],
    addressees: JSON.stringify(addressees),
    participants,
    deliveryIds: participants.map(() => makeId()),
    carrier: mailbox.carrier,
    leavesAt: leaving?.at ?? null,
    isPlanned: leaving?.is === 'later',
    waitedSince: leaving && !beside ? conversation.waitingSince : null,
    quotedHtml: beside?.quote?.html ?? null,
    quotedText: beside?.quote?.text ?? '',
    signatureHtml,
  }
  const asked = writeSent(tx, { ...own, ...said, ...moved, ...going })
  // Whoever runs the command waits for it with the last statement; until then its failure is nobody's yet.
  asked.catch(() => {})
  if (fileIds.length > 0) await asked
  const inlineIds = [...(beside?.inlineIds ?? []), ...pictureIds]
  const attachments = await attachFiles(tx, staff, messageId, fileIds, inlineIds)
  const message = {
    ...said,
    text: bodyText,
    quotedText: going.quotedText,
    html: { is: 'own', html: bodyHtml } as const,
    attachments,
    addressees,
    leaving,
    signatureHtml,
  }
  const { recipient, answers } =
    input.where ?? (await whereRepliesGo(tx, { workspaceId, id: conversationId, mailboxId: mailbox.id }))
  return {
    conversation: { ...conversation, ...moved },
    message: sentView(message),
    unread,
    recipient,
    answers,
    mailboxAddress: mailbox.address,
    mailboxOwnerId: mailbox.ownerId,
    asked,
  }
}
