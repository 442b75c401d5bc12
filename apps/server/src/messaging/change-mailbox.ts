import type { MailboxView } from '@comptoir/contract/messaging'
import type { Staff } from '../identity/actor.ts'
import type { Live } from '../realtime/run-command.ts'
import { updateMailbox } from './update-mailbox.ts'

interface Change {
  commandId: string
  name: string
  address: string
}

/** Renames a mailbox, or gives it another address. */
export function changeMailbox(
  live: Live,
  staff: Staff,
  mailboxId: string,
  input: Change,
): Promise<{ mailbox: MailboxView }> {
  const { commandId, name, address } = input
  const command = { name: 'messaging.change_mailbox', commandId, input: { mailboxId, name, address } }
  return updateMailbox(live, staff, mailboxId, command, () => ({ name, address }))
}
