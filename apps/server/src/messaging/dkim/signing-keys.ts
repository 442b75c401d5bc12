import type { Tx } from '@comptoir/db/db'
import { domainOf } from '@comptoir/rules/domain-of'
import type { Staff } from '../../identity/actor.ts'
import { Refusal } from '../../refusal.ts'
import { mailboxesOf, mailboxMissing } from '../mailboxes.ts'

/** The keys of somebody's business: every read of them starts here. */
export function signingKeysOf(tx: Tx, { workspaceId }: Pick<Staff, 'workspaceId'>) {
  return tx.selectFrom('dkimKey').where('dkimKey.workspaceId', '=', workspaceId).where('dkimKey.removedAt', 'is', null)
}

/** The domain a mailbox writes from, which has one key for all its mailboxes. */
export async function signingDomainOf(tx: Tx, staff: Staff, mailboxId: string) {
  const mailbox = await mailboxesOf(tx, staff)
    .where('id', '=', mailboxId)
    .select(['address', 'carrier'])
    .executeTakeFirst()
  if (!mailbox) throw mailboxMissing()
  return { domain: domainOf(mailbox.address), carrier: mailbox.carrier }
}

export function signingKeyMissing() {
  return new Refusal('conflict', 'errors.signing_key_missing')
}
