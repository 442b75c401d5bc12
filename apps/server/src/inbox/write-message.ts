import type { Tx } from '@comptoir/db/db'
import type { MessageItem } from '@comptoir/contract/inbox'
import { makeId } from '@comptoir/rules/uuid'
import type { Staff } from '../identity/actor.ts'
import { laterOf, now } from '../instant.ts'
import { htmlToText } from '../messaging/html-to-text.ts'
import { sanitizeOwnHtml } from '../messaging/sanitize-own-html.ts'
import { Refusal } from '../refusal.ts'
import { attachFiles } from './attach-files.ts'
import type { ConversationToChange } from './conversations.ts'
import type { MailboxOfConversation } from './mailbox-of-conversation.ts'
import { moveUnread } from './move-unread.ts'
import { previewOf } from './preview.ts'

/** A message of ours to write into a conversation. */
export interface NewMessage {
  messageId: string
  bodyHtml: string
  fileIds: string[]
  recipient: string
  mailbox: MailboxOfConversation
}

/** A message that was written, its conversation as it now is, and where answers go. */
export interface Written {
  conversation: ConversationToChange
  message: MessageItem
  unread: Record<string, number>
  recipient: string
  mailboxAddress: string
}

/** Writes an outgoing message with its delivery. */
export async function writeMessage(
  tx: Tx,
  staff: Staff,
  conversation: ConversationToChange,
  input: NewMessage,
): Promise<Written> {
  const { workspaceId, id: conversationId, subject } = conversation
  const { messageId, mailbox, recipient } = input
  const at = laterOf(now(), conversation.lastAt)
  const seq = conversation.lastSeq + 1
  const bodyHtml = sanitizeOwnHtml(input.bodyHtml)
  const bodyText = htmlToText(bodyHtml)
  if (bodyText.trim() === '' && input.fileIds.length === 0) throw new Refusal('invalid', 'errors.empty_message')
  const mailId = `${messageId}@${mailbox.address.split('@')[1]}`
  const lastPreview = previewOf(bodyText)
  const moved = { lastSeq: seq, lastAt: at, lastPreview, lastDirection: 'out', waitingSince: null, mailboxId: mailbox.id } as const
  const own = { workspaceId, conversationId }
  const said = { id: messageId, seq, userId: staff.userId, authorName: staff.name, subject, bodyText, bodyHtml, at }

  // Sent together on one connection: nothing here needs an earlier answer.
  const [unread] = await Promise.all([
    moveUnread(tx, own, at),
    tx.insertInto('message').values({ ...own, ...said, direction: 'out', channel: 'email', mailId, mailboxId: mailbox.id }).execute(),
    tx.updateTable('conversation').set(moved).where('workspaceId', '=', workspaceId).where('id', '=', conversationId).execute(),
    tx.insertInto('participant').values({ ...own, address: recipient }).onConflict((c) => c.doNothing()).execute(),
    tx.insertInto('mailReference').values({ ...own, mailId }).onConflict((c) => c.doNothing()).execute(),
    tx
      .insertInto('delivery')
      .values({ ...own, id: makeId(), messageId, mailboxId: mailbox.id, carrier: mailbox.carrier, recipient, position: seq, queuedAt: at, stateAt: at })
      .execute(),
  ])
  const attachments = await attachFiles(tx, staff, messageId, input.fileIds)
  const message = { ...said, text: bodyText, html: { is: 'own', html: bodyHtml } as const, attachments }
  return {
    conversation: { ...conversation, ...moved },
    message: viewOf(message),
    unread,
    recipient,
    mailboxAddress: mailbox.address,
  }
}

type Said = Pick<MessageItem, 'id' | 'seq' | 'userId' | 'authorName' | 'subject' | 'text' | 'html' | 'attachments' | 'at'>

function viewOf({ id, seq, userId, authorName, subject, text, html, attachments, at }: Said): MessageItem {
  const receipt = { state: 'queued', at, reason: null, answer: null } as const
  const said = { authorName, subject, text, quotedText: '', html, attachments }
  return { is: 'message', id, seq, direction: 'out', channel: 'email', userId, ...said, receipt, at }
}
