import type { SendReplyInput } from '@comptoir/contract/composer'
import type { MessageItem } from '@comptoir/contract/timeline'
import type { Staff } from '../identity/actor.ts'
import { runCommand, type Live } from '../realtime/run-command.ts'
import { Refusal } from '../refusal.ts'
import { conversationToAnswer } from './conversation-to-answer.ts'
import { discardDraft } from './discard-draft.ts'
import { recipientsOf } from './recipients-of.ts'
import { refuseUnseen } from './refuse-unseen.ts'
import { sentFacts } from './sent-facts.ts'
import { leavingAt } from './leaving.ts'
import { signatureFor } from './signing.ts'
import { writeMessage } from './write-message.ts'

export interface ReplySent {
  message: MessageItem
}

/** Answers the client: the message, its delivery and the facts are committed together; sending comes after. */
export function sendReply(live: Live, staff: Staff, conversationId: string, input: SendReplyInput): Promise<ReplySent> {
  const command = { name: 'inbox.send_reply', commandId: input.commandId, input: { conversationId, ...input } }
  return runCommand(live, staff, command, async (tx) => {
    const { conversation, draftVersion, undoUntil, answers, where, signing, ...surroundings } =
      await conversationToAnswer(tx, staff, conversationId)
    // What is in the bin is put away by somebody: its writer decides again.
    if (conversation.state === 'deleted') throw new Refusal('conflict', 'errors.conversation_deleted')
    if (input.conflict === 'refuse') await refuseUnseen(tx, staff, conversation, input.baseSeq)
    const recipients = recipientsOf(input.recipients, answers, conversation.clientName)
    const written = await writeMessage(tx, staff, conversation, {
      ...input,
      ...surroundings,
      where: input.recipients ? null : where,
      recipients,
      signatureHtml: signatureFor(staff, signing, surroundings.mailbox, input.signature),
      leaving: leavingAt(input.leavesAt, undoUntil),
    })
    const draft = draftVersion === null ? [] : await discardDraft(tx, staff, conversationId)
    const { message, asked } = written
    return { result: { message }, facts: [...sentFacts(written), ...draft], clientId: conversation.clientId, asked }
  })
}
