import type { Tx } from '@comptoir/db/db'
import type { Filed } from '../messaging/intake.ts'
import type { PreparedMail } from '../messaging/prepare-mail.ts'
import { conversationToChange } from './conversations.ts'
import type { KnownOfMail } from './look-up-mail.ts'
import type { Filer } from './receive-mail.ts'
import { roomsOfConversation } from './rooms-of-conversation.ts'

/**
 * A mail that was said already: the same in another mailbox, or a copy of one we sent. It is not said again; that it
 * came to another mailbox too is noted on the message.
 */
export async function noteKnownMail(
  { tx, workspaceId }: Filer,
  { mailboxId }: PreparedMail,
  { message }: KnownOfMail,
): Promise<Filed | null> {
  if (!message) return null
  const { id: messageId, conversationId } = message
  const known = { conversationId, messageId, clientId: null, attachments: 'dropped' } as const
  const done = { outcome: 'filed', how: 'duplicate', ...known } as const
  if (message.direction === 'out' || message.mailboxId === mailboxId) return { ...done, facts: [] }
  const added = await tx
    .insertInto('messageAlsoIn')
    .values({ workspaceId, messageId, mailboxId })
    .onConflict((conflict) => conflict.doNothing())
    .returning('mailboxId')
    .executeTakeFirst()
  if (!added) return { ...done, facts: [] }
  const conversation = await conversationToChange(tx, { is: 'system', workspaceId, cause: 'mail' }, conversationId)
  const { id, clientId } = conversation
  const rooms = roomsOfConversation(conversation)
  const alsoIn = await mailboxesAlsoIn(tx, workspaceId, messageId)
  return {
    ...done,
    conversationId: id,
    clientId,
    facts: [{ name: 'inbox.message_also_came', rooms, data: { conversationId: id, messageId, alsoIn } }],
  }
}

/** In the order of the view: a fact carries all there is, for a screen may hear it twice. */
async function mailboxesAlsoIn(tx: Tx, workspaceId: string, messageId: string) {
  const rows = await tx
    .selectFrom('messageAlsoIn')
    .select('mailboxId')
    .where('workspaceId', '=', workspaceId)
    .where('messageId', '=', messageId)
    .orderBy('mailboxId')
    .execute()
  return rows.map(({ mailboxId }) => mailboxId)
}
