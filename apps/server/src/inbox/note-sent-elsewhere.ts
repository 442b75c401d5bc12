import { makeId } from '@comptoir/rules/uuid'
import { instantOf, laterOf } from '../instant.ts'
import { insertAttachments } from '../messaging/keep-attachments.ts'
import type { Filed } from '../messaging/intake.ts'
import type { PreparedMail } from '../messaging/prepare-mail.ts'
import { besideOfMail } from './forwarding/beside-of-mail.ts'
import { beginConversation } from './begin-conversation.ts'
import { clientOfSender } from './client-of-mail.ts'
import { conversationReferredTo } from './conversation-referred-to.ts'
import { conversationToChange, type ConversationToChange } from './conversations.ts'
import { keepReceivedFiles } from './keep-received-files.ts'
import { messagesToShow, messageView } from './message-view.ts'
import { moveUnread } from './move-unread.ts'
import { topAt } from './top-at.ts'
import { previewOf } from './preview.ts'
import type { Filer } from './receive-mail.ts'
import { rememberMail, toRemember } from './remember-mail.ts'
import { saidIn } from './said-in.ts'
import { sentFacts } from './sent-facts.ts'
import { writeAddressees } from './write-addressees.ts'
import { whereRepliesGo } from './where-replies-go.ts'

/**
 * A mail written in another program, found among what a mailbox sent: it is ours, under whatever alias, and the
 * conversation goes on from it. What is imported says so by our own address; elsewhere that proves nothing, for anybody
 * can write it.
 */
export async function noteSentElsewhere(filer: Filer, mail: PreparedMail): Promise<Filed | null> {
  const { tx, workspaceId, own } = filer
  if (!isOurs(filer, mail)) return null
  const to = [...mail.to, ...mail.cc].filter(({ address }) => !own.has(address))
  const [first] = to
  // Written to ourselves, or to nobody: there is no client to tell it of.
  if (!first) return null
  const people = to.map(({ address }) => address)
  const known = await conversationReferredTo(tx, { workspaceId, references: mail.references, people })
  const client = known ? null : await clientOfSender(filer, first)
  const conversation = known
    ? await conversationToChange(tx, { is: 'system', workspaceId, cause: 'mail' }, known.id)
    : await beginConversation(tx, workspaceId, {
        clientId: client!.id,
        subject: mail.subject,
        mailboxId: mail.mailboxId,
        source: 'email',
        at: saidIn(mail).at,
        state: mail.isHistory ? 'archived' : 'open',
        assigneeId: own.ownerOf(mail.mailboxId)?.userId ?? null,
      })
  const beside = known
    ? await besideOfMail(tx, { workspaceId, conversationId: known.id, people, references: mail.references })
    : null
  const said = await write(filer, mail, conversation, people, beside)
  return {
    outcome: 'filed',
    how: known ? 'threaded' : 'new',
    conversationId: conversation.id,
    messageId: said.messageId,
    clientId: conversation.clientId,
    attachments: 'kept',
    facts: [...(client?.facts ?? []), ...said.facts],
  }
}

function isOurs({ own }: Filer, { folderRole, source, from }: PreparedMail) {
  return folderRole === 'sent' || (source === 'import' && from !== null && own.has(from.address))
}

async function write(
  { tx, workspaceId, own }: Filer,
  mail: PreparedMail,
  was: ConversationToChange,
  people: string[],
  beside: { aboutId: string | null } | null,
) {
  const said = saidIn(mail)
  const messageId = makeId()
  const party = beside ? 'outsider' : 'client'
  const at = instantOf(new Date(said.at))
  const isLast = was.lastSeq === 0 || at >= was.lastAt
  const keepsItsTime = mail.isHistory || mail.source === 'import'
  const shownAt = keepsItsTime || isLast ? at : laterOf(at, was.lastAt)
  const moved = { ...was, ...standingAfter(was, said, shownAt, keepsItsTime && !isLast, beside !== null) }
  const { userId = null, name = mail.from?.name || own.nameOf(mail.mailboxId) } = own.ownerOf(mail.mailboxId) ?? {}
  await insertAttachments(tx, workspaceId, mail.attachments)
  await tx
    .insertInto('message')
    .values({
      workspaceId,
      id: messageId,
      conversationId: was.id,
      seq: moved.lastSeq,
      direction: 'out',
      channel: 'email',
      userId,
      authorName: name,
      subject: said.subject,
      bodyText: said.bodyText,
      bodyHtml: said.bodyHtml,
      quotedText: said.quotedText,
      mailId: said.mailId,
      identityHash: said.identityHash,
      party,
      aboutId: beside?.aboutId ?? null,
      incomingMailId: said.incomingMailId,
      mailboxId: said.mailboxId,
      at: shownAt,
    })
    .execute()
  await writeAddressees(tx, { workspaceId, id: messageId, addressees: JSON.stringify(said.addressees) })
  const { lastSeq, lastAt, lastPreview, lastDirection, waitingSince, sentAt, mailboxId } = moved
  const conversationId = was.id
  await Promise.all([
    tx
      .updateTable('conversation')
      .set({ lastSeq, lastAt, lastPreview, lastDirection, waitingSince, sentAt, mailboxId })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', conversationId)
      .execute(),
    rememberMail(tx, { workspaceId, conversationId }, { ...toRemember({ ...said, participants: people }), party }),
    keepReceivedFiles(tx, workspaceId, messageId, said.attachments),
  ])
  const [unread, message, whereTo] = await Promise.all([
    moveUnread(tx, { workspaceId, conversationId }, topAt(moved)),
    messagesToShow(tx, workspaceId).where('message.id', '=', messageId).executeTakeFirstOrThrow(),
    whereRepliesGo(tx, moved),
  ])
  return { messageId, facts: sentFacts({ conversation: moved, message: messageView(message), unread, ...whereTo }) }
}

/** What was written long ago is not the last word. */
function standingAfter(
  was: ConversationToChange,
  said: { bodyText: string; subject: string; mailboxId: string },
  at: string,
  isOld: boolean,
  isBeside: boolean,
) {
  const lastSeq = was.lastSeq + 1
  const mailboxId = was.mailboxId ?? said.mailboxId
  const sentAt = was.sentAt ? laterOf(was.sentAt, at) : at
  if (isOld) return { lastSeq, mailboxId, sentAt }
  const lastPreview = previewOf(said.bodyText || said.subject)
  const waitingSince = isBeside ? was.waitingSince : null
  return { lastSeq, mailboxId, sentAt, lastAt: at, lastPreview, lastDirection: 'out', waitingSince } as const
}
