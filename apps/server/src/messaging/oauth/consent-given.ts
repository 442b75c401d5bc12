import type { AccountInput, SignInWith } from '@comptoir/contract/mailboxes'
import type { Config } from '../../config.ts'
import type { Staff } from '../../identity/actor.ts'
import { Refusal } from '../../refusal.ts'
import { oauthProvider } from './oauth-provider.ts'
import { openConsent, type Consent } from './sealed-note.ts'

/** What this very person allowed at their provider a moment ago. */
export function consentGiven({ secretKey }: { secretKey: string }, staff: Staff, sealed: string): Consent {
  const consent = openConsent(sealed, secretKey)
  if (!consent || consent.userId !== staff.userId || consent.workspaceId !== staff.workspaceId)
    throw new Refusal('conflict', 'errors.sign_in_expired')
  return consent
}

/** A token is told to nobody but the mail servers of whoever gave it. */
export function refuseOtherServers({ config }: { config: Config }, asked: SignInWith, { smtp, imap }: AccountInput) {
  const provider = oauthProvider(config, asked)
  if (!provider) throw new Refusal('conflict', 'errors.sign_in_not_set_up')
  const hosts = imap ? [smtp.host, imap.host] : [smtp.host]
  if (!hosts.every((host) => provider.takes.test(host))) throw new Refusal('conflict', 'errors.sign_in_other_server')
}
