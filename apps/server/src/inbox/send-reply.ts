import type { Tx } from '@comptoir/db/db'
import type { MessageItem, SendReplyInput } from '@comptoir/contract/inbox'
import type { Staff } from '../identity/actor.ts'
import { runCommand, type Live } from '../realtime/run-command.ts'
import { Refusal } from '../refusal.ts'
import { conversationToChange, type ConversationToChange } from './conversations.ts'
import { discardDraft } from './discard-draft.ts'
import { mailboxOfConversation } from './mailbox-of-conversation.ts'
import { recipientOf } from './recipient.ts'
import { refuseUnseen } from './refuse-unseen.ts'
import { sentFacts } from './sent-facts.ts'
import { writeMessage } from './write-message.ts'

export interface ReplySent {
  message: MessageItem
}

/** Answers the client: the message, its delivery and the facts are committed together; sending comes after. */
export function sendReply(live: Live, staff: Staff, conversationId: string, input: SendReplyInput): Promise<ReplySent> {
  const command = { name: 'inbox.send_reply', commandId: input.commandId, input: { conversationId, ...input } }
  return runCommand(live, staff, command, async (tx) => {
    const conversation = await conversationToChange(tx, staff, conversationId)
    if (input.conflict === 'refuse') await refuseUnseen(tx, staff, conversation, input.baseSeq)
    const { recipient, mailbox } = await whereTo(tx, conversation)
    const [written, discarded] = await Promise.all([
      writeMessage(tx, staff, conversation, { ...input, recipient, mailbox }),
      discardDraft(tx, staff, conversationId),
    ])
    const facts = [...sentFacts(written), ...discarded]
    return { result: { message: written.message }, facts, clientId: conversation.clientId }
  })
}

async function whereTo(tx: Tx, conversation: ConversationToChange) {
  const { workspaceId, id, clientId } = conversation
  const [recipient, mailbox] = await Promise.all([
    recipientOf(tx, workspaceId, id, clientId),
    mailboxOfConversation(tx, workspaceId, conversation.mailboxId),
  ])
  if (!recipient) throw new Refusal('invalid', 'errors.client_without_email')
  return { recipient, mailbox }
}
