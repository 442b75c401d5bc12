import type { AddMailboxInput, MailboxView } from '@comptoir/contract/mailboxes'
import type { Staff } from '../identity/actor.ts'
import { teamRoom } from '../realtime/rooms.ts'
import { runCommand, type Live } from '../realtime/run-command.ts'
import { refuseMissingOwner } from './mailbox-owner.ts'
import { mailboxColumns, mailboxView } from './mailbox-view.ts'
import { refuseTakenAddress } from './update-mailbox.ts'

/** Another address of the business. It starts in the sandbox: nothing leaves before an account is connected. */
export function addMailbox(live: Live, staff: Staff, input: AddMailboxInput): Promise<{ mailbox: MailboxView }> {
  const { commandId, id, name, address, ownerId = null, hourlyLimit = null, dailyLimit = null } = input
  const { workspaceId } = staff
  return runCommand(live, staff, { name: 'messaging.add_mailbox', commandId, input }, async (tx) => {
    await refuseMissingOwner(tx, workspaceId, ownerId)
    const row = await tx
      .insertInto('mailbox')
      .values({ workspaceId, id, name, address, ownerId, hourlyLimit, dailyLimit })
      .returning(mailboxColumns)
      .executeTakeFirstOrThrow()
      .catch(refuseTakenAddress)
    const mailbox = mailboxView(row)
    return {
      result: { mailbox },
      facts: [{ name: 'messaging.mailbox_added', rooms: [teamRoom(workspaceId)], data: { mailbox } }],
    }
  })
}
