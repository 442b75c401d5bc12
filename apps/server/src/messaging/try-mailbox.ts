import { inWorkspace } from '@comptoir/db/db'
import type { AccountInput, MailboxTest } from '@comptoir/contract/mailboxes'
import type { Staff } from '../identity/actor.ts'
import type { Live } from '../realtime/run-command.ts'
import { mailboxesOf, mailboxMissing } from './mailboxes.ts'
import { tryAccount, type TryingParts } from './try-account.ts'

/** Tries the account of a mailbox; without a password, with the one it keeps. */
export async function tryMailbox(
  { live, ...parts }: TryingParts & { live: Live },
  staff: Staff,
  mailboxId: string,
  given: AccountInput,
): Promise<MailboxTest> {
  const kept = await inWorkspace(live.db, staff.workspaceId, (tx) =>
    mailboxesOf(tx, staff).where('id', '=', mailboxId).selectAll().executeTakeFirst(),
  )
  if (!kept) throw mailboxMissing()
  return tryAccount(parts, staff, kept.address, given, kept)
}
