import type { Tx } from '@comptoir/db/db'
import type { MailboxView } from '@comptoir/contract/mailboxes'
import type { Staff } from '../identity/actor.ts'
import { runCommand, type Live } from '../realtime/run-command.ts'
import { Refusal } from '../refusal.ts'
import { mailboxColumns, mailboxView } from './mailbox-view.ts'
import { mailboxToChange } from './mailboxes.ts'
import { mailboxChanged } from './update-mailbox.ts'

/** New conversations leave from this mailbox unless another is chosen. */
export function makeDefaultMailbox(
  live: Live,
  staff: Staff,
  mailboxId: string,
  commandId: string,
): Promise<{ mailbox: MailboxView }> {
  const command = { name: 'messaging.make_default_mailbox', commandId, input: { mailboxId } }
  return runCommand(live, staff, command, async (tx) => {
    await lockAll(tx, staff.workspaceId)
    const { ownerId } = await mailboxToChange(tx, staff, mailboxId)
    if (ownerId !== null) throw new Refusal('conflict', 'errors.mailbox_default_is_shared')
    const mailboxes = await moveDefault(tx, staff.workspaceId, mailboxId)
    const mailbox = mailboxes.find(({ id }) => id === mailboxId)!
    return { result: { mailbox }, facts: mailboxes.map((one) => mailboxChanged(staff.workspaceId, one)) }
  })
}

/** Makes one mailbox the default; answers all that changed. There is never more than one. */
export async function moveDefault(tx: Tx, workspaceId: string, mailboxId: string): Promise<MailboxView[]> {
  const before = await tx
    .updateTable('mailbox')
    .set({ isDefault: false })
    .where('workspaceId', '=', workspaceId)
    .where('isDefault', '=', true)
    .where('id', '<>', mailboxId)
    .where('removedAt', 'is', null)
    .returning(mailboxColumns)
    .execute()
  const now = await tx
    .updateTable('mailbox')
    .set({ isDefault: true })
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', mailboxId)
    .returning(mailboxColumns)
    .execute()
  return [...before, ...now].map(mailboxView)
}

/** In the order of their ids, so that two commands about several mailboxes never wait for each other. */
export function lockAll(tx: Tx, workspaceId: string) {
  return tx
    .selectFrom('mailbox')
    .select(['id', 'isDefault', 'ownerId', 'address', 'signatureHtml'])
    .where('workspaceId', '=', workspaceId)
    .where('removedAt', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()
}
