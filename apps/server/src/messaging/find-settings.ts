import type { FoundAccount } from '@comptoir/contract/mailboxes'
import type { Config } from '../config.ts'
import { findAccount } from './find-account/find-account.ts'
import { meansOf } from './find-account/means.ts'
import { oauthProvider } from './oauth/oauth-provider.ts'

/** What is known of the mail of an address, and whether its owner can sign in instead of typing a password. */
export async function findSettings(config: Config, address: string): Promise<FoundAccount> {
  const found = await findAccount(address, meansOf(config.allowPrivateHosts ? 'allowed' : 'refused'))
  const signIns = (['google', 'microsoft'] as const).filter((one) => oauthProvider(config, one))
  return { ...found, signIns }
}
