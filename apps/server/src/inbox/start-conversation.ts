import type { Tx } from '@comptoir/db/db'
import type { StartConversationInput } from '@comptoir/contract/composer'
import type { ConversationRow } from '@comptoir/contract/inbox'
import type { MessageItem } from '@comptoir/contract/timeline'
import { makeClient } from '../clients/add-client.ts'
import { addEmail } from '../clients/add-email.ts'
import { clientToChange } from '../clients/clients.ts'
import type { Staff } from '../identity/actor.ts'
import { now } from '../instant.ts'
import type { Fact } from '../realtime/record-events.ts'
import { runCommand, type Live } from '../realtime/run-command.ts'
import { Refusal } from '../refusal.ts'
import { beginConversation } from './begin-conversation.ts'
import { conversationView } from './conversation-view.ts'
import { leavingAt } from './leaving.ts'
import { mailboxOfConversation } from './mailbox-of-conversation.ts'
import { sentFacts } from './sent-facts.ts'
import { signatureFor, signingParts } from './signing.ts'
import { discardLetter } from './unsent/discard-letter.ts'
import { undoUntilOf } from './undo-until.ts'
import { writeMessage } from './write-message.ts'

export interface ConversationStarted {
  conversation: ConversationRow
  message: MessageItem
}

/** Writes to a client first, who may be made in place. */
export function startConversation(
  live: Live,
  staff: Staff,
  input: StartConversationInput,
): Promise<ConversationStarted> {
  const command = { name: 'inbox.start_conversation', commandId: input.commandId, input }
  return runCommand(live, staff, command, async (tx) => {
    const { workspaceId } = staff
    const mailbox = await mailboxToUse(tx, staff, input.mailboxId)
    const client = await clientToWrite(tx, staff, input)
    const begun = await beginConversation(tx, workspaceId, {
      id: input.conversationId,
      clientId: client.id,
      subject: input.subject,
      mailboxId: mailbox.id,
      source: 'staff',
      at: now(),
    })
    const leaving = leavingAt(undefined, await undoUntilOf(tx))
    const signatureHtml = signatureFor(staff, await signingParts(tx, staff), mailbox, input.signature)
    const [written, gone] = await Promise.all([
      writeMessage(tx, staff, begun, {
        ...input,
        recipients: { to: [{ address: input.to, name: begun.clientName }], cc: [], bcc: [] },
        where: null,
        mailbox,
        signatureHtml,
        unread: {},
        leaving,
      }),
      discardLetter(tx, staff, { about: 'beginning', aboutId: input.conversationId }),
    ])
    const result = { conversation: conversationView(written.conversation), message: written.message }
    const facts = [...client.facts, ...sentFacts(written), ...gone]
    return { result, facts, clientId: client.id, asked: written.asked }
  })
}

async function mailboxToUse(tx: Tx, staff: Staff, mailboxId: string | undefined) {
  const mailbox = await mailboxOfConversation(tx, staff, mailboxId ?? null)
  if (mailboxId && mailbox.id !== mailboxId) throw new Refusal('not_found', 'errors.mailbox_missing')
  return mailbox
}

/** The client with the address written to on their card, and what that told. */
async function clientToWrite(
  tx: Tx,
  staff: Staff,
  input: StartConversationInput,
): Promise<{ id: string; facts: Fact[] }> {
  if (input.client.is === 'existing') {
    const { id } = await clientToChange(tx, staff, input.client.clientId)
    return { id, facts: await addEmail(tx, staff.workspaceId, id, input.to) }
  }
  const { emails, ...fields } = input.client
  const { client, facts } = await makeClient(tx, staff.workspaceId, {
    ...fields,
    emails: emails.includes(input.to) ? emails : [input.to, ...emails],
  })
  return { id: client.id, facts }
}
