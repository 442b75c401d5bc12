import { inWorkspace } from '@comptoir/db/db'
import type { WriteAsClientInput } from '@comptoir/contract/messaging'
import type { Staff } from '../identity/actor.ts'
import { mailboxesOf, mailboxMissing } from './mailboxes.ts'
import { postAsClient, type Posted, type PostingParts } from './post-as-client.ts'

/** Writes a new mail to a mailbox as a client would, known or not. */
export async function writeAsClient(parts: PostingParts, staff: Staff, input: WriteAsClientInput): Promise<Posted> {
  const { commandId, mailboxId, name, from, subject, body } = input
  const mailbox = await inWorkspace(parts.db, staff.workspaceId, (tx) =>
    mailboxesOf(tx, staff).where('id', '=', mailboxId).select(['name', 'address']).executeTakeFirst(),
  )
  if (!mailbox) throw mailboxMissing()
  return postAsClient(parts, staff, { name: 'messaging.write_as_client', commandId, input }, mailboxId, {
    from: { name, address: from },
    replyTo: null,
    to: [mailbox],
    cc: [],
    subject,
    text: body,
    html: '',
    messageId: `${commandId}@sandbox.invalid`,
    inReplyTo: null,
    references: [],
    date: new Date(),
    attachments: [],
  })
}
