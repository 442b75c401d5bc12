import type { ConnectNewMailboxInput } from '@comptoir/contract/mailboxes'
import type { Staff } from '../identity/actor.ts'
import { teamRoom } from '../realtime/rooms.ts'
import { runCommand, type Live } from '../realtime/run-command.ts'
import { connectedAccount } from './connected-account.ts'
import { unguessable, type Connected } from './connect-mailbox.ts'
import { refuseMissingOwner } from './mailbox-owner.ts'
import { chooseFolders, noteFolders } from './mailbox-folders.ts'
import { mailboxColumns, mailboxView } from './mailbox-view.ts'
import { tryAccount, type TryingParts } from './try-account.ts'
import { refuseTakenAddress } from './update-mailbox.ts'

/** Adds a mailbox together with its account: when the account is not good, there is no mailbox either. */
export async function connectNewMailbox(
  parts: TryingParts & { live: Live },
  staff: Staff,
  input: ConnectNewMailboxInput,
): Promise<Connected> {
  const { live, secretKey } = parts
  const { workspaceId } = staff
  const { commandId, id, name, address, ownerId = null, hourlyLimit = null, dailyLimit = null, folders } = input
  const test = await tryAccount(parts, staff, address, input, null)
  if (!test.ok) return { ...test, ok: false }
  const command = { name: 'messaging.connect_new_mailbox', commandId, input: unguessable(input, secretKey) }
  const { mailbox } = await runCommand(live, staff, command, async (tx) => {
    await refuseMissingOwner(tx, workspaceId, ownerId)
    const details = { name, address, ownerId, hourlyLimit, dailyLimit }
    const row = await tx
      .insertInto('mailbox')
      .values({ workspaceId, id, ...connectedAccount(staff, input, secretKey), ...details })
      .returning(mailboxColumns)
      .executeTakeFirstOrThrow()
      .catch(refuseTakenAddress)
    await noteFolders(tx, workspaceId, id, test.folders)
    if (folders) await chooseFolders(tx, workspaceId, id, folders)
    const added = mailboxView(row)
    return {
      result: { mailbox: added },
      facts: [{ name: 'messaging.mailbox_added', rooms: [teamRoom(workspaceId)], data: { mailbox: added } }],
    }
  })
  return { ok: true, mailbox }
}
