import type { Tx } from '@comptoir/db/db'
import { mayWriteFrom } from '@comptoir/contract/may-write-from'
import type { Staff } from '../identity/actor.ts'
import { Refusal } from '../refusal.ts'

/** The mailbox a person's reply leaves by: the conversation's, or the default one when that is gone or another's. */
export async function mailboxOfConversation(tx: Tx, staff: Staff, mailboxId: string | null) {
  const mailboxes = await candidates(tx, staff.workspaceId, mailboxId)
  const mailbox = mailboxes.find(({ ownerId }) => mayWriteFrom(ownerId, staff))
  if (!mailbox) throw new Refusal('unavailable', 'errors.no_mailbox')
  return mailbox
}

export type MailboxOfConversation = Awaited<ReturnType<typeof mailboxOfConversation>>

/** The one a message leaves by again, whoever asks for it: its own, or the default one when that is gone. */
export async function mailboxOfMessage(tx: Tx, workspaceId: string, mailboxId: string | null) {
  const [mailbox] = await candidates(tx, workspaceId, mailboxId)
  if (!mailbox) throw new Refusal('unavailable', 'errors.no_mailbox')
  return mailbox
}

/** The one of the team for what nobody in particular writes: the given, or the default one when it is not the team's. */
export async function mailboxOfTeam(tx: Tx, workspaceId: string, mailboxId: string | null) {
  const mailboxes = await candidates(tx, workspaceId, mailboxId)
  const mailbox = mailboxes.find(({ ownerId }) => ownerId === null)
  if (!mailbox) throw new Refusal('unavailable', 'errors.no_mailbox')
  return mailbox
}

function candidates(tx: Tx, workspaceId: string, mailboxId: string | null) {
  return tx
    .selectFrom('mailbox')
    .select(['id', 'address', 'name', 'carrier', 'ownerId', 'signatureHtml'])
    .where('workspaceId', '=', workspaceId)
    .where('removedAt', 'is', null)
    .where((eb) => eb.or([eb('isDefault', '=', true), eb('id', '=', mailboxId)]))
    .orderBy((eb) => eb('id', '=', mailboxId), 'desc')
    .execute()
}
