import type { Tx } from '@comptoir/db/db'
import type { Staff } from '../identity/actor.ts'
import { Refusal } from '../refusal.ts'

/** The mailboxes of somebody's business: every read of them starts here. */
export function mailboxesOf(tx: Tx, staff: Pick<Staff, 'workspaceId'>) {
  return tx
    .selectFrom('mailbox')
    .where('mailbox.workspaceId', '=', staff.workspaceId)
    .where('mailbox.removedAt', 'is', null)
}

/** One of them, locked for a command. */
export async function mailboxToChange(tx: Tx, staff: Staff, mailboxId: string) {
  const mailbox = await mailboxesOf(tx, staff).where('id', '=', mailboxId).selectAll().forUpdate().executeTakeFirst()
  if (!mailbox) throw mailboxMissing()
  return mailbox
}

export type MailboxToChange = Awaited<ReturnType<typeof mailboxToChange>>

export function mailboxMissing() {
  return new Refusal('not_found', 'errors.mailbox_missing')
}
