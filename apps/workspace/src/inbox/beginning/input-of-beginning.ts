import type { StartConversationInput } from '@comptoir/contract/composer'
import { isBlank } from '../composer/html-text.ts'
import type { LetterWriting } from '../unsent/letter-writing.ts'

/** What is sent of it, under ids that were made once. */
export function inputOfBeginning(
  writing: LetterWriting,
  ids: { conversationId: string; messageId: string; clientId: string },
): Omit<StartConversationInput, 'commandId'> {
  const { mailboxId, client, subject, bodyHtml, files, signature } = writing
  const to = writing.address.trim().toLowerCase()
  const { conversationId, messageId, clientId } = ids
  return {
    conversationId,
    messageId,
    ...(mailboxId && { mailboxId }),
    client:
      client?.is === 'existing'
        ? { is: 'existing', clientId: client.client.id }
        : { is: 'new', id: clientId, ...blankClient, name: client?.name ?? '', emails: [to] },
    to,
    subject: subject.trim(),
    bodyHtml: isBlank(bodyHtml) ? '<p></p>' : bodyHtml,
    fileIds: files.map((file) => file.id),
    signature,
  }
}

const blankClient = { company: '', street: '', postalCode: '', town: '', country: '', note: '', phones: [] }
