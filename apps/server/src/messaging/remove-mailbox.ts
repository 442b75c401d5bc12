import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { Staff } from '../identity/actor.ts'
import type { Fact } from '../realtime/record-events.ts'
import { teamRoom } from '../realtime/rooms.ts'
import { runCommand, type Live } from '../realtime/run-command.ts'
import { Refusal } from '../refusal.ts'
import { noAccount } from './connected-account.ts'
import { lockAll, moveDefault } from './make-default-mailbox.ts'
import { mailboxMissing } from './mailboxes.ts'
import { signatureFacts } from './signatures.ts'
import { mailboxChanged } from './update-mailbox.ts'

/** Takes an address away; conversations that used it go on from the default one. The team's last cannot be removed. */
export function removeMailbox(
  live: Live,
  staff: Staff,
  mailboxId: string,
  commandId: string,
): Promise<{ mailboxId: string }> {
  const { workspaceId } = staff
  const command = { name: 'messaging.remove_mailbox', commandId, input: { mailboxId } }
  return runCommand(live, staff, command, async (tx) => {
    const all = await lockAll(tx, workspaceId)
    const mailbox = all.find(({ id }) => id === mailboxId)
    if (!mailbox) throw mailboxMissing()
    const [heir] = all.filter(({ id, ownerId }) => id !== mailboxId && ownerId === null)
    if (!heir) throw new Refusal('conflict', 'errors.mailbox_last')
    await refuseWhileItSends(tx, workspaceId, mailboxId)
    await tx
      .updateTable('mailbox')
      .set({
        removedAt: sql<string>`now()`,
        isDefault: false,
        ...noAccount,
        // The address is free again, for this business or another.
        address: sql<string>`address || '.removed-' || id`,
      })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', mailboxId)
      .execute()
    const signed =
      mailbox.signatureHtml === '' ? [] : await signatureFacts(tx, workspaceId, { ...mailbox, signatureHtml: '' })
    const changed = mailbox.isDefault ? await moveDefault(tx, workspaceId, heir.id) : []
    const facts: Fact[] = [
      { name: 'messaging.mailbox_removed', rooms: [teamRoom(workspaceId)], data: { mailboxId } },
      ...signed,
      ...changed.map((one) => mailboxChanged(workspaceId, one)),
    ]
    return { result: { mailboxId }, facts }
  })
}

/** The address as it was, of a mailbox that may have been removed. */
export function addressOnce(address: string): string {
  return address.replace(/\.removed-[0-9a-f-]{36}$/, '')
}

async function refuseWhileItSends(tx: Tx, workspaceId: string, mailboxId: string) {
  const waiting = await tx
    .selectFrom('delivery')
    .select('id')
    .where('workspaceId', '=', workspaceId)
    .where('mailboxId', '=', mailboxId)
    .where(sql<boolean>`state in ('queued', 'claimed', 'sending')`)
    .limit(1)
    .executeTakeFirst()
  if (waiting) throw new Refusal('conflict', 'errors.mailbox_still_sends')
}
