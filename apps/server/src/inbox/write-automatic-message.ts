import type { Tx } from '@comptoir/db/db'
import { makeId } from '@comptoir/rules/uuid'
import { laterOf, now } from '../instant.ts'
import type { Fact } from '../realtime/record-events.ts'
import { answersOf } from './answered.ts'
import { conversationToChange } from './conversations.ts'
import type { MailboxOfConversation } from './mailbox-of-conversation.ts'
import { messagesToShow, messageView } from './message-view.ts'
import { rememberMail } from './remember-mail.ts'
import { sentFacts } from './sent-facts.ts'
import { writeAddressees } from './write-addressees.ts'
import { unreadByPerson } from './unread-by-person.ts'

/** A message the program writes by itself. */
export interface AutomaticMessage {
  conversationId: string
  authorName: string
  subject: string
  text: string
  recipient: string
  mailbox: MailboxOfConversation
}

/** Writes it with its delivery. Nobody has answered: the conversation waits as it did, with the client's last words. */
export async function writeAutomaticMessage(tx: Tx, workspaceId: string, input: AutomaticMessage): Promise<Fact[]> {
  const { conversationId, authorName, subject, text, recipient, mailbox } = input
  const system = { is: 'system', workspaceId, cause: 'acknowledgement' } as const
  const conversation = await conversationToChange(tx, system, conversationId)
  const at = laterOf(now(), conversation.topAt)
  const seq = conversation.lastSeq + 1
  const messageId = makeId()
  const mailId = `${messageId}@${mailbox.address.split('@')[1]}`
  const moved = { lastSeq: seq, lastAt: at, mailboxId: mailbox.id }
  const own = { workspaceId, conversationId }
  const said = { id: messageId, seq, authorName, subject, bodyText: text, mailId, mailboxId: mailbox.id, at }
  const going = { messageId, mailboxId: mailbox.id, carrier: mailbox.carrier, recipient, position: seq }
  await Promise.all([
    tx
      .insertInto('message')
      .values({ ...own, ...said, direction: 'out', channel: 'email', isAutomatic: true })
      .execute(),
    tx
      .updateTable('conversation')
      .set(moved)
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', conversationId)
      .execute(),
    writeAddressees(tx, {
      workspaceId,
      id: messageId,
      addressees: JSON.stringify([{ role: 'to', address: recipient, name: '' }]),
    }),
    rememberMail(tx, own, { mailIds: [mailId], participants: [recipient], party: 'client' }),
    tx
      .insertInto('delivery')
      .values({ ...own, ...going, id: makeId(), queuedAt: at, stateAt: at })
      .execute(),
    tx
      .updateTable('unread')
      .set({ lastAt: at })
      .where('workspaceId', '=', workspaceId)
      .where('conversationId', '=', conversationId)
      .execute(),
  ])
  const [message, unread, where] = await Promise.all([
    messagesToShow(tx, workspaceId).where('message.id', '=', messageId).executeTakeFirstOrThrow(),
    unreadByPerson(tx, workspaceId, conversationId),
    answersOf(tx, workspaceId, conversationId),
  ])
  const written = { conversation: { ...conversation, ...moved }, message: messageView(message), unread, ...where }
  return sentFacts({ ...written, mailboxAddress: mailbox.address, mailboxOwnerId: mailbox.ownerId })
}
