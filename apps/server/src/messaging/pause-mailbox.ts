import type { MailboxView } from '@comptoir/contract/messaging'
import type { Staff } from '../identity/actor.ts'
import type { Live } from '../realtime/run-command.ts'
import { updateMailbox } from './update-mailbox.ts'

/** Keeps what a mailbox has to send until it is resumed. */
export function pauseMailbox(
  live: Live,
  staff: Staff,
  mailboxId: string,
  commandId: string,
): Promise<{ mailbox: MailboxView }> {
  const command = { name: 'messaging.pause_mailbox', commandId, input: { mailboxId } }
  return updateMailbox(live, staff, mailboxId, command, () => ({ state: 'paused' }))
}

export function resumeMailbox(
  live: Live,
  staff: Staff,
  mailboxId: string,
  commandId: string,
): Promise<{ mailbox: MailboxView }> {
  const command = { name: 'messaging.resume_mailbox', commandId, input: { mailboxId } }
  return updateMailbox(live, staff, mailboxId, command, () => ({
    state: 'active',
    lastProblem: null,
    lastProblemAt: null,
  }))
}
