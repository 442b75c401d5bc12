import type { Tx } from '@comptoir/db/db'
import type { MessageItem } from '@comptoir/contract/inbox'
import { makeId } from '@comptoir/rules/uuid'
import type { Staff } from '../identity/actor.ts'
import { htmlToText } from '../messaging/html-to-text.ts'
import { sanitizeOwnHtml } from '../messaging/sanitize-own-html.ts'
import { attachFiles } from './attach-files.ts'
import type { ConversationToChange } from './conversations.ts'
import type { MailboxOfConversation } from './mailbox-of-conversation.ts'
import { previewOf } from './preview.ts'

/** A message of ours to write into a conversation. */
export interface NewMessage {
  messageId: string
  bodyHtml: string
  fileIds: string[]
  recipient: string
  mailbox: MailboxOfConversation
}

/** Writes an outgoing message with its delivery; answers its view and what changed of the conversation. */
export async function writeMessage(
  tx: Tx,
  staff: Staff,
  conversation: Pick<ConversationToChange, 'workspaceId' | 'id' | 'lastSeq' | 'subject'>,
  input: NewMessage,
) {
  const { workspaceId, id: conversationId, subject } = conversation
  const { messageId, mailbox, recipient } = input
  const at = new Date().toISOString()
  const seq = conversation.lastSeq + 1
  const bodyHtml = sanitizeOwnHtml(input.bodyHtml)
  const bodyText = htmlToText(bodyHtml)
  const mailId = `${messageId}@${mailbox.address.split('@')[1]}`
  const moved = { lastSeq: seq, lastAt: at, lastPreview: previewOf(bodyText), lastDirection: 'out', waitingSince: null } as const
  const own = { workspaceId, conversationId }
  const message = {
    ...own,
    id: messageId,
    seq,
    direction: 'out',
    channel: 'email',
    userId: staff.userId,
    authorName: staff.name,
    subject,
    bodyText,
    bodyHtml,
    mailId,
    mailboxId: mailbox.id,
    at,
  } as const

  // One after the other on one connection, sent together: nothing here needs an earlier answer.
  const [attachments] = await Promise.all([
    tx.insertInto('message').values(message).execute().then(() => attachFiles(tx, workspaceId, messageId, input.fileIds)),
    tx.updateTable('conversation').set({ ...moved, mailboxId: mailbox.id }).where('workspaceId', '=', workspaceId).where('id', '=', conversationId).execute(),
    tx.updateTable('unread').set({ lastAt: at }).where('workspaceId', '=', workspaceId).where('conversationId', '=', conversationId).execute(),
    tx.insertInto('participant').values({ ...own, address: recipient }).onConflict((c) => c.doNothing()).execute(),
    tx.insertInto('mailReference').values({ ...own, mailId }).onConflict((c) => c.doNothing()).execute(),
    tx
      .insertInto('delivery')
      .values({ ...own, id: makeId(), messageId, mailboxId: mailbox.id, carrier: mailbox.carrier, recipient, position: seq, stateAt: at })
      .execute(),
  ])
  return { message: viewOf(message, attachments), conversation: moved }
}

function viewOf(
  message: { id: string; seq: number; userId: string; authorName: string; subject: string; bodyText: string; bodyHtml: string; at: string },
  attachments: MessageItem['attachments'],
): MessageItem {
  const { id, seq, userId, authorName, subject, bodyText, bodyHtml, at } = message
  return {
    is: 'message',
    id,
    seq,
    direction: 'out',
    channel: 'email',
    userId,
    authorName,
    subject,
    text: bodyText,
    quotedText: '',
    html: { is: 'own', html: bodyHtml },
    attachments,
    receipt: { state: 'queued', at, reason: null, answer: null },
    at,
  }
}
