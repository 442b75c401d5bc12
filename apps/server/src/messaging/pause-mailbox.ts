import type { MailboxView } from '@comptoir/contract/mailboxes'
import type { Staff } from '../identity/actor.ts'
import type { Live } from '../realtime/run-command.ts'
import { nothingWrong } from './connected-account.ts'
import { takeBackClaims } from './take-back-claims.ts'
import { updateMailbox } from './update-mailbox.ts'
import { waitNoLonger } from './wait-no-longer.ts'

/** Keeps what a mailbox has to send until it is resumed, and leaves what comes on its server. */
export function pauseMailbox(
  live: Live,
  staff: Staff,
  mailboxId: string,
  commandId: string,
): Promise<{ mailbox: MailboxView }> {
  const command = { name: 'messaging.pause_mailbox', commandId, input: { mailboxId } }
  return updateMailbox(live, staff, mailboxId, command, async (_, tx) => {
    await takeBackClaims(tx, staff.workspaceId, mailboxId)
    return { state: 'paused' }
  })
}

export function resumeMailbox(
  live: Live,
  staff: Staff,
  mailboxId: string,
  commandId: string,
): Promise<{ mailbox: MailboxView }> {
  const command = { name: 'messaging.resume_mailbox', commandId, input: { mailboxId } }
  return updateMailbox(live, staff, mailboxId, command, async (_, tx) => {
    await waitNoLonger(tx, staff.workspaceId, mailboxId)
    return { state: 'active', ...nothingWrong }
  })
}
