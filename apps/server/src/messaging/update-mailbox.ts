import type { Updateable } from 'kysely'
import type { Mailbox } from '@comptoir/db/schema'
import type { Tx } from '@comptoir/db/db'
import type { MailboxView } from '@comptoir/contract/mailboxes'
import type { Staff } from '../identity/actor.ts'
import type { Fact } from '../realtime/record-events.ts'
import { teamRoom } from '../realtime/rooms.ts'
import { runCommand, type Command, type Live } from '../realtime/run-command.ts'
import { Refusal } from '../refusal.ts'
import { mailboxColumns, mailboxView } from './mailbox-view.ts'
import { signatureFacts } from './signatures.ts'
import { mailboxToChange, type MailboxToChange } from './mailboxes.ts'

/** A command that changes the row of one mailbox. */
export function updateMailbox(
  live: Live,
  staff: Staff,
  mailboxId: string,
  command: Command,
  change: (mailbox: MailboxToChange, tx: Tx) => Updateable<Mailbox> | Promise<Updateable<Mailbox>>,
): Promise<{ mailbox: MailboxView }> {
  return runCommand(live, staff, command, async (tx) => {
    const was = await mailboxToChange(tx, staff, mailboxId)
    const set = await change(was, tx)
    const row = await tx
      .updateTable('mailbox')
      .set(set)
      .where('workspaceId', '=', staff.workspaceId)
      .where('id', '=', mailboxId)
      .returning(mailboxColumns)
      .executeTakeFirstOrThrow()
      .catch(refuseTakenAddress)
    const mailbox = mailboxView(row)
    const isMoved = mailbox.address !== was.address || mailbox.ownerId !== was.ownerId
    const prescribed = isMoved && was.signatureHtml !== ''
    const signed = prescribed ? await signatureFacts(tx, staff.workspaceId, { ...was, ...mailbox }) : []
    return { result: { mailbox }, facts: [mailboxChanged(staff.workspaceId, mailbox), ...signed] }
  })
}

export function mailboxChanged(workspaceId: string, mailbox: MailboxView): Fact {
  return { name: 'messaging.mailbox_changed', rooms: [teamRoom(workspaceId)], data: { mailbox } }
}

/** An address belongs to one mailbox of the whole installation, or nobody would know whose mail it is. */
export function refuseTakenAddress(error: unknown): never {
  const { code, constraint } = error as { code?: string; constraint?: string }
  if (code === '23505' && constraint === 'mailbox_address_key')
    throw new Refusal('conflict', 'errors.mailbox_address_taken')
  throw error
}
