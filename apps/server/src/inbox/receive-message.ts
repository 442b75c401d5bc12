import type { Tx } from '@comptoir/db/db'
import type { Addressee } from '@comptoir/contract/addressees'
import type { Instant } from '@comptoir/contract/base'
import type { MessageItem } from '@comptoir/contract/timeline'
import type { Fact } from '../realtime/record-events.ts'
import { clientRoom } from '../realtime/rooms.ts'
import { addEntry } from './add-entry.ts'
import { beginConversation, type Opening } from './begin-conversation.ts'
import { conversationToChange, type ConversationToChange } from './conversations.ts'
import { conversationView } from './conversation-view.ts'
import { countUnread } from './count-unread.ts'
import { keepReceivedFiles, type ReceivedFile } from './keep-received-files.ts'
import { moveUnread } from './move-unread.ts'
import { toRemember } from './remember-mail.ts'
import { roomsOfConversation } from './rooms-of-conversation.ts'
import { partyOf, receivedView } from './received-view.ts'
import { isUnread, notBegun, standingAfter } from './standing-after.ts'
import { cancelAnswered } from './reminders/cancel-answered.ts'
import { tellAnswered } from './tell-answered.ts'
import { topAt } from './top-at.ts'
import { whereRepliesGo } from './where-replies-go.ts'
import { writeReceived, type ToWrite } from './write-received.ts'

/** A message of a client, and the conversation it belongs to. */
export interface Received {
  conversation:
    | { is: 'existing'; id: string }
    | ({ is: 'new' } & Pick<Opening, 'clientId' | 'subject' | 'mailboxId' | 'source' | 'sourceUrl' | 'assigneeId'>)
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
  /**
   * News by default; what a machine answered asks for nothing. What was said long ago stands in its place: `past` is
   * done with, `late` is only heard of now.
   */
  standing?: 'news' | 'automatic' | 'past' | 'late'
  kind?: MessageItem['kind']
  /** Somebody outside, about this message of ours; without it the client. */
  beside?: { aboutId: string | null } | null
  senderCheck?: MessageItem['senderCheck']
  calendar?: MessageItem['calendar']
  identityHash?: Buffer | null
  /** Who wrote it to whom; nobody is named where it was no mail. */
  addressees?: Addressee[]
}

export interface ReceivedDone {
  conversationId: string
  messageId: string
  clientId: string
  facts: Fact[]
}

/**
 * Writes what a client said into its conversation. What is new opens it again if it was archived, and is counted as
 * unread for everybody who may see it. What the intake changes of the client's contact points comes before.
 */
export async function receiveMessage(tx: Tx, workspaceId: string, input: Received): Promise<ReceivedDone> {
  const { was, now, moved, at, facts: calledOff } = await conversationFor(tx, workspaceId, input)
  const { id: conversationId, clientId } = now
  const own = { workspaceId, conversationId }
  // All at once: they leave together, and are answered in this order.
  const isNews = isUnread(was, input)
  const [, attachments, unread, entry, whereTo, told] = await Promise.all([
    writeReceived(tx, rowsOf(input, own, moved, at)),
    keepReceivedFiles(tx, workspaceId, input.messageId, input.attachments),
    isNews ? countUnread(tx, now) : moveUnread(tx, own, topAt(now)),
    now.state !== was.state ? addEntry(tx, now, { kind: 'reopened', actorName: '', userId: null }) : null,
    whereRepliesGo(tx, now),
    isNews ? tellAnswered(tx, now, input) : [],
  ])
  const rooms = roomsOfConversation(now)
  const row = conversationView(now)
  const said = receivedView(input, { seq: moved.lastSeq, at, attachments })
  const facts: Fact[] = [
    { name: 'inbox.message_received', rooms, data: { conversation: row, message: said, unread, ...whereTo } },
    ...(input.beside ? [] : portalFacts(now, said)),
  ]
  // By nobody: the message itself took it out of the archive.
  if (entry) facts.push({ name: 'inbox.conversation_reopened', rooms, data: { conversation: row, entry, unread } })
  facts.push(...told)
  return { conversationId, messageId: input.messageId, clientId, facts: [...calledOff, ...facts] }
}

/** The conversation a message is said in, as it was and as it stands after it. */
async function conversationFor(tx: Tx, workspaceId: string, input: Received) {
  if (input.conversation.is === 'new') {
    const was = notBegun(input, input.conversation.mailboxId)
    const { at, ...moved } = standingAfter(was, input)
    const { state, mailboxId, lastSeq, lastPreview, lastDirection, waitingSince } = moved
    const first = { lastSeq, lastPreview, lastDirection, waitingSince }
    const opening = { ...input.conversation, state, mailboxId, first, at }
    const now = await beginConversation(tx, workspaceId, opening)
    return { was, now, moved, at, facts: [] }
  }
  const intake = { is: 'system', workspaceId, cause: 'intake' } as const
  const { conversation: was, facts } = await answered(
    tx,
    await conversationToChange(tx, intake, input.conversation.id),
    input,
  )
  const { at, ...moved } = standingAfter(was, input)
  return { was, now: { ...was, ...moved }, moved, at, facts }
}

/** Who waited for an answer is no longer to be reminded of it. */
function answered(tx: Tx, conversation: ConversationToChange, { standing = 'news', beside }: Received) {
  const isAnswer = !beside && conversation.followUpAt !== null && (standing === 'news' || standing === 'late')
  return isAnswer ? cancelAnswered(tx, conversation) : { conversation, facts: [] }
}

function rowsOf(
  input: Received,
  own: { workspaceId: string; conversationId: string },
  moved: Omit<ReturnType<typeof standingAfter>, 'at'>,
  at: Instant,
): ToWrite {
  const { lastSeq: seq, mailboxId: conversationMailboxId, ...standing } = moved
  const { messageId: id, calendar } = input
  return {
    ...own,
    ...standing,
    seq,
    conversationMailboxId,
    id,
    at,
    channel: input.channel,
    clientId: input.beside ? null : input.clientId,
    authorName: input.authorName,
    subject: input.subject,
    bodyText: input.bodyText,
    bodyHtml: input.bodyHtml,
    quotedText: input.quotedText,
    remoteImages: input.remoteImages,
    mailId: input.mailId,
    incomingMailId: input.incomingMailId,
    mailboxId: input.mailboxId,
    kind: input.kind ?? 'message',
    aboutId: input.beside?.aboutId ?? null,
    senderCheck: input.senderCheck ?? null,
    calendar: calendar ? JSON.stringify(calendar) : null,
    identityHash: input.identityHash ?? null,
    addressees: JSON.stringify(input.addressees ?? []),
    ...toRemember(input),
    party: partyOf(input),
  }
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
