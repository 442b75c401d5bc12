import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { SigningKey } from '@comptoir/contract/signing'
import type { Staff } from '../../identity/actor.ts'
import { teamRoom } from '../../realtime/rooms.ts'
import { runCommand, type Live } from '../../realtime/run-command.ts'
import { signingKeyChanged, signingKeyColumns, signingKeyView } from './signing-key-view.ts'
import { signingDomainOf, signingKeyMissing } from './signing-keys.ts'

/** What leaves is signed no more. */
export function removeSigningKey(
  live: Live,
  staff: Staff,
  mailboxId: string,
  commandId: string,
): Promise<{ domain: string }> {
  const { workspaceId } = staff
  const command = { name: 'messaging.remove_signing_key', commandId, input: { mailboxId } }
  return runCommand(live, staff, command, async (tx) => {
    const { domain } = await setRemoved(tx, staff, mailboxId, { was: 'kept', removedAt: sql<string>`now()` })
    return {
      result: { domain },
      facts: [{ name: 'messaging.dkim_removed', rooms: [teamRoom(workspaceId)], data: { domain } }],
    }
  })
}

/** The same key again, with what was known of it: its record may still be published. */
export function restoreSigningKey(
  live: Live,
  staff: Staff,
  mailboxId: string,
  commandId: string,
): Promise<{ key: SigningKey }> {
  const command = { name: 'messaging.restore_signing_key', commandId, input: { mailboxId } }
  return runCommand(live, staff, command, async (tx) => {
    const key = signingKeyView(await setRemoved(tx, staff, mailboxId, { was: 'removed', removedAt: null }))
    return { result: { key }, facts: [signingKeyChanged(staff.workspaceId, key)] }
  })
}

async function setRemoved(
  tx: Tx,
  staff: Staff,
  mailboxId: string,
  { was, removedAt }: { was: 'kept' | 'removed'; removedAt: RawBuilder<string> | null },
) {
  const { domain } = await signingDomainOf(tx, staff, mailboxId)
  const row = await tx
    .updateTable('dkimKey')
    .set({ removedAt })
    .where('workspaceId', '=', staff.workspaceId)
    .where('domain', '=', domain)
    .where('removedAt', was === 'kept' ? 'is' : 'is not', null)
    .returning(signingKeyColumns)
    .executeTakeFirst()
  if (!row) throw signingKeyMissing()
  return row
}
