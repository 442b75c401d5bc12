import type { MailboxView } from '@comptoir/contract/mailboxes'
import type { Staff } from '../identity/actor.ts'
import type { Live } from '../realtime/run-command.ts'
import { chooseFolders } from './mailbox-folders.ts'
import { updateMailbox } from './update-mailbox.ts'

/** Says which folders of a mailbox are read. */
export function changeFolders(
  live: Live,
  staff: Staff,
  mailboxId: string,
  { commandId, folders }: { commandId: string; folders: string[] },
): Promise<{ mailbox: MailboxView }> {
  const command = { name: 'messaging.change_folders', commandId, input: { mailboxId, folders } }
  return updateMailbox(live, staff, mailboxId, command, async ({ name }, tx) => {
    await chooseFolders(tx, staff.workspaceId, mailboxId, folders)
    return { name }
  })
}
