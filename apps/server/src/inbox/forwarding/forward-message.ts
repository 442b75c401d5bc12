import type { Tx } from '@comptoir/db/db'
import type { Recipients } from '@comptoir/contract/addressees'
import type { ForwardInput } from '@comptoir/contract/forwarding'
import type { MessageItem } from '@comptoir/contract/timeline'
import type { Staff } from '../../identity/actor.ts'
import { inlineImageUrl } from '../../messaging/inline-images.ts'
import { runCommand, type Live } from '../../realtime/run-command.ts'
import { Refusal } from '../../refusal.ts'
import { conversationToAnswer } from '../conversation-to-answer.ts'
import type { ConversationToChange } from '../conversations.ts'
import { leavingAt } from '../leaving.ts'
import { recipientsOf } from '../recipients-of.ts'
import { sentFacts } from '../sent-facts.ts'
import { signatureFor } from '../signing.ts'
import { discardLetter } from '../unsent/discard-letter.ts'
import { writeMessage, type Beside } from '../write-message.ts'
import { filesOfOriginals, originalsOf } from './originals.ts'
import { quoteOriginals } from './quote-originals.ts'

export interface MessageForwarded {
  message: MessageItem
}

/**
 * Writes to somebody outside about a conversation: passes on what was said in it, or answers what they said. It stands
 * there for the team, moves nothing of what its client waits for, and the client is not told.
 */
export function forwardMessage(
  live: Live,
  staff: Staff,
  conversationId: string,
  input: ForwardInput,
): Promise<MessageForwarded> {
  const command = { name: 'inbox.forward_message', commandId: input.commandId, input: { conversationId, ...input } }
  return runCommand(live, staff, command, async (tx) => {
    const { conversation, mailbox, unread, undoUntil, answers, where, signing } = await conversationToAnswer(
      tx,
      staff,
      conversationId,
    )
    if (conversation.state === 'deleted') throw new Refusal('conflict', 'errors.conversation_deleted')
    const recipients = recipientsOf(input.recipients, answers, '')
    await refuseClient(tx, conversation, recipients)
    const { about } = input
    const aboutId = about.is === 'conversation' ? conversationId : about.messageId
    const beside = await besideOf(tx, staff, conversation, input)
    const [written, gone] = await Promise.all([
      writeMessage(tx, staff, conversation, {
        ...input,
        recipients,
        mailbox,
        unread,
        where,
        // Whoever forwards is not shown their own; what a mailbox prescribes is on all its mails.
        signatureHtml: signatureFor(staff, signing, mailbox, 'without'),
        leaving: leavingAt(input.leavesAt, undoUntil),
        beside,
      }),
      discardLetter(tx, staff, { about: about.is, aboutId }),
    ])
    return {
      result: { message: written.message },
      facts: [...sentFacts(written), ...gone],
      clientId: conversation.clientId,
      asked: written.asked,
    }
  })
}

async function besideOf(
  tx: Tx,
  staff: Staff,
  { id }: ConversationToChange,
  { about, subject, fileIds }: ForwardInput,
): Promise<Beside> {
  const [originals, { timeZone }] = await Promise.all([
    originalsOf(tx, staff, id, about),
    tx.selectFrom('workspace').select('timeZone').executeTakeFirstOrThrow(),
  ])
  const aboutId = about.is === 'conversation' ? null : about.messageId
  if (about.is === 'answer') return { subject, aboutId, quote: null, inlineIds: [] }
  const quote = quoteOriginals(originals, { locale: staff.locale, timeZone, fileIds })
  const shown = filesOfOriginals(originals).filter((file) => quote.html.includes(inlineImageUrl(file.id)))
  return { subject, aboutId, quote, inlineIds: shown.map((file) => file.id) }
}

/** What is written about a client is not for the client: them one answers. */
async function refuseClient(tx: Tx, { workspaceId, clientId }: ConversationToChange, { to, cc, bcc }: Recipients) {
  const theirs = await tx
    .selectFrom('contactPoint')
    .select('normalised')
    .where('workspaceId', '=', workspaceId)
    .where('clientId', '=', clientId)
    .where('kind', '=', 'email')
    .execute()
  const addresses = new Set(theirs.map(({ normalised }) => normalised))
  const client = [...to, ...cc, ...bcc].find(({ address }) => addresses.has(address))
  if (client) throw new Refusal('invalid', 'errors.letter_to_client', { address: client.address })
}
