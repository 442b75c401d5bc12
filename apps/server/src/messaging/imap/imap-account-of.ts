import { openPassword } from '../smtp-account-of.ts'
import type { SignedInMailbox, TokenOf } from '../mail-login.ts'
import type { ImapAccount } from './imap-account.ts'

/** What a mailbox keeps of the account its mail is read from. */
export interface KeptImapAccount extends Omit<SignedInMailbox, 'signIn'> {
  signIn: 'password' | SignedInMailbox['signIn']
  imapHost: string
  imapPort: number
  imapSecurity: ImapAccount['security']
  imapUsername: string
  imapPassword: Buffer | null
}

export type KeptImapLogin =
  | { outcome: 'account'; account: ImapAccount }
  | { outcome: 'failed'; problem: 'auth' | 'auth_consent_gone' | 'timeout' | 'unexpected'; detail: string }

/** The account a mailbox keeps, with a password or a token that is good now. */
export async function imapAccountOf(
  kept: KeptImapAccount,
  secretKey: string,
  tokenOf: TokenOf,
): Promise<KeptImapLogin> {
  const { imapHost: host, imapPort: port, imapSecurity: security, imapUsername: user, signIn } = kept
  if (signIn === 'password') {
    const password = kept.imapPassword ? openPassword(kept.imapPassword, secretKey) : ''
    // Sealed with another key: it must be typed again.
    if (password === null) return { outcome: 'failed', problem: 'auth', detail: '' }
    return { outcome: 'account', account: { host, port, security, login: { user, password } } }
  }
  const token = await tokenOf({ ...kept, signIn })
  if (token.outcome === 'failed') return token
  return { outcome: 'account', account: { host, port, security, login: { user, accessToken: token.accessToken } } }
}
