import type { ChangeMailboxInput, MailboxView } from '@comptoir/contract/mailboxes'
import type { Staff } from '../identity/actor.ts'
import type { Live } from '../realtime/run-command.ts'
import { Refusal } from '../refusal.ts'
import { refuseMissingOwner } from './mailbox-owner.ts'
import type { MailboxToChange } from './mailboxes.ts'
import { obeyNewLimits } from './obey-new-limits.ts'
import { updateMailbox } from './update-mailbox.ts'

/** Renames a mailbox, gives it another address, to somebody, or other limits. */
export function changeMailbox(
  live: Live,
  staff: Staff,
  mailboxId: string,
  input: ChangeMailboxInput,
): Promise<{ mailbox: MailboxView }> {
  const { commandId, ...change } = input
  const command = { name: 'messaging.change_mailbox', commandId, input: { mailboxId, ...change } }
  return updateMailbox(live, staff, mailboxId, command, async (was, tx) => {
    const { ownerId = was.ownerId } = change
    if (ownerId !== null && was.isDefault) throw new Refusal('conflict', 'errors.mailbox_default_is_shared')
    if (ownerId !== was.ownerId) await refuseMissingOwner(tx, staff.workspaceId, ownerId)
    if (changesLimits(was, change)) await obeyNewLimits(tx, staff.workspaceId, mailboxId)
    return change
  })
}

function changesLimits(was: MailboxToChange, { hourlyLimit, dailyLimit }: Partial<Limits>) {
  return (
    (hourlyLimit !== undefined && hourlyLimit !== was.hourlyLimit) ||
    (dailyLimit !== undefined && dailyLimit !== was.dailyLimit)
  )
}

type Limits = Pick<MailboxToChange, 'hourlyLimit' | 'dailyLimit'>
