import type { Tx } from '@comptoir/db/db'
import type { Instant } from '@comptoir/contract/base'
import type { ConversationRow, MessageItem } from '@comptoir/contract/inbox'
import { instantOf, laterOf } from '../instant.ts'
import type { Fact } from '../realtime/record-events.ts'
import { clientRoom } from '../realtime/rooms.ts'
import { addEntry } from './add-entry.ts'
import { beginConversation } from './begin-conversation.ts'
import { conversationToChange, type ConversationToChange } from './conversations.ts'
import { conversationView } from './conversation-view.ts'
import { countUnread } from './count-unread.ts'
import { keepReceivedFiles, type ReceivedFile } from './keep-received-files.ts'
import { messagesToShow, messageView } from './message-view.ts'
import { previewOf } from './preview.ts'
import { roomsOfConversation } from './rooms-of-conversation.ts'
import { whereRepliesGo } from './where-replies-go.ts'

/** A message of a client, and the conversation it belongs to. */
export interface Received {
  conversation:
    | { is: 'existing'; id: string }
    | { is: 'new'; clientId: string; subject: string; mailboxId: string | null; source: ConversationRow['source'] }
  messageId: string
  clientId: string
  authorName: string
  subject: string
  bodyText: string
  /** Sanitised; null where there is only text. */
  bodyHtml: string | null
  quotedText: string
  remoteImages: number
  mailId: string | null
  /** Every Message-ID the mail names besides its own. */
  references: string[]
  /** Addresses the mail came from and went to, without the business's own. */
  participants: string[]
  incomingMailId: string | null
  mailboxId: string | null
  channel: MessageItem['channel']
  at: Instant
  attachments: ReceivedFile[]
}

export interface ReceivedDone {
  conversationId: string
  clientId: string
  facts: Fact[]
}

/**
 * Writes what a client said into its conversation, which opens again if it was archived, and counts it as unread
 * for everybody who may see it. What the intake changes of the client's contact points comes before.
 */
export async function receiveMessage(tx: Tx, workspaceId: string, input: Received): Promise<ReceivedDone> {
  const conversation = await conversationFor(tx, workspaceId, input)
  const { id: conversationId, clientId } = conversation
  const at = laterOf(instantOf(new Date(input.at)), conversation.lastSeq > 0 ? conversation.lastAt : '')
  const moved = {
    lastSeq: conversation.lastSeq + 1,
    lastAt: at,
    lastPreview: previewOf(input.bodyText || input.subject),
    lastDirection: 'in',
    waitingSince: conversation.waitingSince ?? at,
    state: 'open',
    mailboxId: conversation.mailboxId ?? input.mailboxId,
  } as const
  const own = { workspaceId, conversationId }

  await Promise.all([
    tx
      .insertInto('message')
      .values(messageOf(input, own, moved.lastSeq, at))
      .execute(),
    tx
      .updateTable('conversation')
      .set(moved)
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', conversationId)
      .execute(),
    ...rememberMail(tx, own, input),
  ])
  await keepReceivedFiles(tx, workspaceId, input.messageId, input.attachments)
  const now = { ...conversation, ...moved }
  const [unread, entry, message, whereTo] = await Promise.all([
    countUnread(tx, now),
    conversation.state === 'archived' ? addEntry(tx, now, { kind: 'reopened', actorName: '', userId: null }) : null,
    messagesToShow(tx, workspaceId).where('message.id', '=', input.messageId).executeTakeFirstOrThrow(),
    whereRepliesGo(tx, now),
  ])
  const rooms = roomsOfConversation(now)
  const row = conversationView(now)
  const said = messageView(message)
  const facts: Fact[] = [
    { name: 'inbox.message_received', rooms, data: { conversation: row, message: said, unread, ...whereTo } },
    ...portalFacts(now, said),
  ]
  // By nobody: the message itself took it out of the archive.
  if (entry) facts.push({ name: 'inbox.conversation_reopened', rooms, data: { conversation: row, entry, unread } })
  return { conversationId, clientId, facts }
}

function conversationFor(tx: Tx, workspaceId: string, input: Received): Promise<ConversationToChange> {
  if (input.conversation.is === 'new')
    return beginConversation(tx, workspaceId, { ...input.conversation, at: input.at })
  return conversationToChange(tx, { is: 'system', workspaceId, cause: 'intake' }, input.conversation.id)
}

function messageOf(input: Received, own: { workspaceId: string; conversationId: string }, seq: number, at: Instant) {
  const { messageId: id, clientId, authorName, subject, bodyText, bodyHtml, quotedText, remoteImages } = input
  const { mailId, incomingMailId, mailboxId, channel } = input
  const said = { authorName, subject, bodyText, bodyHtml, quotedText, remoteImages }
  return {
    ...own,
    ...said,
    id,
    seq,
    direction: 'in',
    channel,
    clientId,
    mailId,
    incomingMailId,
    mailboxId,
    at,
  } as const
}

/** What the next mail needs to find this conversation. */
function rememberMail(tx: Tx, own: { workspaceId: string; conversationId: string }, input: Received) {
  const ids = [...new Set(input.mailId ? [input.mailId, ...input.references] : input.references)]
  const addresses = [...new Set(input.participants.map((address) => address.toLowerCase()))]
  const queries: Promise<unknown>[] = []
  if (ids.length > 0) {
    const rows = ids.map((mailId) => ({ ...own, mailId }))
    queries.push(
      tx
        .insertInto('mailReference')
        .values(rows)
        .onConflict((c) => c.doNothing())
        .execute(),
    )
  }
  if (addresses.length > 0) {
    const rows = addresses.map((address) => ({ ...own, address }))
    queries.push(
      tx
        .insertInto('participant')
        .values(rows)
        .onConflict((c) => c.doNothing())
        .execute(),
    )
  }
  return queries
}

/** The client's other devices in the portal hear it too. */
function portalFacts(
  { portalSince, clientId, id: conversationId }: ConversationToChange,
  message: MessageItem,
): Fact[] {
  if (!portalSince) return []
  const data = { messageId: message.id, conversationId, text: message.text, at: message.at }
  return [{ name: 'portal.message_received', rooms: [clientRoom(clientId)], data }]
}
