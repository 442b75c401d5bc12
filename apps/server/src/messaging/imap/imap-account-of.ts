import { loginOf, type FoundLogin, type KeptSignIn } from '../login-of.ts'
import type { TokenOf } from '../mail-login.ts'
import type { ImapAccount } from './imap-account.ts'

/** What a mailbox keeps of the account its mail is read from. */
export interface KeptImapAccount extends KeptSignIn {
  imapHost: string
  imapPort: number
  imapSecurity: ImapAccount['security']
  imapUsername: string
  imapPassword: Buffer | null
}

type FoundAccount = { outcome: 'account'; account: ImapAccount } | Extract<FoundLogin, { outcome: 'failed' }>

/** The account a mailbox keeps, with a password or a token that is good now. */
export async function imapAccountOf(kept: KeptImapAccount, secretKey: string, tokenOf: TokenOf): Promise<FoundAccount> {
  const { imapHost: host, imapPort: port, imapSecurity: security, imapUsername: user, imapPassword: password } = kept
  const found = await loginOf(kept, { user, password }, secretKey, tokenOf)
  if (found.outcome === 'failed') return found
  return { outcome: 'account', account: { host, port, security, login: found.login } }
}
