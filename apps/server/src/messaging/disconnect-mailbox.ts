import type { MailboxView } from '@comptoir/contract/mailboxes'
import type { Staff } from '../identity/actor.ts'
import type { Live } from '../realtime/run-command.ts'
import { noAccount, nothingWrong } from './connected-account.ts'
import { takeBackClaims } from './take-back-claims.ts'
import { updateMailbox } from './update-mailbox.ts'

/** Forgets the account and its password: from now on the mailbox reads nothing and writes to the sandbox. */
export function disconnectMailbox(
  live: Live,
  staff: Staff,
  mailboxId: string,
  commandId: string,
): Promise<{ mailbox: MailboxView }> {
  const command = { name: 'messaging.disconnect_mailbox', commandId, input: { mailboxId } }
  return updateMailbox(live, staff, mailboxId, command, async (mailbox, tx) => {
    await takeBackClaims(tx, staff.workspaceId, mailboxId)
    const state = mailbox.state === 'paused' ? 'paused' : 'active'
    return { carrier: 'sandbox', ...noAccount, state, ...nothingWrong }
  })
}
