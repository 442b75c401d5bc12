import type { Tx } from '@comptoir/db/db'
import type { Filed } from '../messaging/intake.ts'
import { ownMessageIds } from '../messaging/own-message-ids.ts'
import type { PreparedMail } from '../messaging/prepare-mail.ts'
import { conversationToChange } from './conversations.ts'
import { roomsOfConversation } from './rooms-of-conversation.ts'

/**
 * A mail that was said already: the same in another mailbox, or a copy of one we sent. It is not said again; that it
 * came to another mailbox too is noted on the message.
 */
export async function noteKnownMail(tx: Tx, workspaceId: string, mail: PreparedMail): Promise<Filed | null> {
  const known = (await sameMail(tx, workspaceId, mail)) ?? (await ownCopy(tx, workspaceId, mail))
  if (!known) return null
  const { id: messageId, conversationId } = known
  const done = {
    outcome: 'filed',
    how: 'duplicate',
    conversationId,
    messageId,
    clientId: null,
    attachments: 'dropped',
  } as const
  if (known.direction === 'out' || known.mailboxId === mail.mailboxId) return { ...done, facts: [] }
  const added = await tx
    .insertInto('messageAlsoIn')
    .values({ workspaceId, messageId, mailboxId: mail.mailboxId })
    .onConflict((conflict) => conflict.doNothing())
    .returning('mailboxId')
    .executeTakeFirst()
  if (!added) return { ...done, facts: [] }
  const conversation = await conversationToChange(tx, { is: 'system', workspaceId, cause: 'mail' }, conversationId)
  const data = { conversationId, messageId, mailboxId: mail.mailboxId }
  return {
    ...done,
    clientId: conversation.clientId,
    facts: [{ name: 'inbox.message_also_came', rooms: roomsOfConversation(conversation), data }],
  }
}

function sameMail(tx: Tx, workspaceId: string, { identityHash }: PreparedMail) {
  return tx
    .selectFrom('message')
    .select(['id', 'conversationId', 'mailboxId', 'direction'])
    .where('workspaceId', '=', workspaceId)
    .where('identityHash', '=', identityHash)
    .executeTakeFirst()
}

/** The Message-ID of what we send begins with the id of the message. */
async function ownCopy(tx: Tx, workspaceId: string, { mailId, kind }: PreparedMail) {
  const [id] = mailId && kind === 'message' ? ownMessageIds([mailId]) : []
  if (!id) return undefined
  return tx
    .selectFrom('message')
    .select(['id', 'conversationId', 'mailboxId', 'direction'])
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', id)
    .where('direction', '=', 'out')
    .where('mailId', '=', mailId)
    .executeTakeFirst()
}
