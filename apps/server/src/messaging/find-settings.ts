import { inWorkspace, type Db } from '@comptoir/db/db'
import type { FoundAccount } from '@comptoir/contract/mailboxes'
import type { Config } from '../config.ts'
import type { Staff } from '../identity/actor.ts'
import { findAccount } from './find-account/find-account.ts'
import { meansOf } from './find-account/means.ts'
import { mailboxesOf, mailboxMissing } from './mailboxes.ts'
import { oauthProvider } from './oauth/oauth-provider.ts'

/** What is known of the mail of an address, and where its owner can sign in instead of typing a password. */
export async function findSettings(config: Config, address: string): Promise<FoundAccount> {
  const found = await findAccount(address, meansOf(config.allowPrivateHosts ? 'allowed' : 'refused'))
  const signIns = (['google', 'microsoft'] as const).filter((one) => oauthProvider(config, one))
  return { ...found, signIns }
}

/** The same of a mailbox that is there. */
export async function findSettingsOf(
  { db, config }: { db: Db; config: Config },
  staff: Staff,
  mailboxId: string,
): Promise<FoundAccount> {
  const mailbox = await inWorkspace(db, staff.workspaceId, (tx) =>
    mailboxesOf(tx, staff).where('id', '=', mailboxId).select('address').executeTakeFirst(),
  )
  if (!mailbox) throw mailboxMissing()
  return findSettings(config, mailbox.address)
}
