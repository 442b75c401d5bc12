import type { Tx } from '@comptoir/db/db'
import { Refusal } from '../refusal.ts'

/** The mailbox a reply leaves by: the conversation's, or the default one when that was removed. */
export async function mailboxOfConversation(tx: Tx, workspaceId: string, mailboxId: string | null) {
  const mailbox = await tx
    .selectFrom('mailbox')
    .select(['id', 'address', 'name', 'carrier'])
    .where('workspaceId', '=', workspaceId)
    .where('removedAt', 'is', null)
    .where((eb) => eb.or([eb('isDefault', '=', true), eb('id', '=', mailboxId)]))
    .orderBy((eb) => eb('id', '=', mailboxId), 'desc')
    .executeTakeFirst()
  if (!mailbox) throw new Refusal('unavailable', 'errors.no_mailbox')
  return mailbox
}

export type MailboxOfConversation = Awaited<ReturnType<typeof mailboxOfConversation>>
