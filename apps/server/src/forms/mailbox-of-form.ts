import type { Tx } from '@comptoir/db/db'
import { Refusal } from '../refusal.ts'
import { mailboxesOf } from '../messaging/mailboxes.ts'

/** The mailbox answers leave by: the form's, or the default one when that is gone, or became a member's own. */
export async function mailboxOfForm(tx: Tx, workspaceId: string, mailboxId: string | null) {
  const mailbox = await mailboxesOf(tx, { workspaceId })
    .select(['id', 'address', 'name', 'carrier', 'ownerId'])
    .where('ownerId', 'is', null)
    .where((eb) => eb.or([eb('isDefault', '=', true), eb('id', '=', mailboxId)]))
    .orderBy((eb) => eb('id', '=', mailboxId), 'desc')
    .executeTakeFirst()
  if (!mailbox) throw new Refusal('unavailable', 'errors.no_mailbox')
  return mailbox
}
