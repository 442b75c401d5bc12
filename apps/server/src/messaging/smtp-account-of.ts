import { loginOf, type FoundLogin, type KeptSignIn } from './login-of.ts'
import type { TokenOf } from './mail-login.ts'
import type { SmtpAccount } from './smtp-account.ts'

/** What a mailbox keeps of the account its mail leaves by. */
export interface KeptAccount extends KeptSignIn {
  smtpHost: string
  smtpPort: number
  smtpSecurity: SmtpAccount['security']
  smtpUsername: string
  smtpPassword: Buffer | null
}

type FoundAccount = { outcome: 'account'; account: SmtpAccount } | Extract<FoundLogin, { outcome: 'failed' }>

/** The account a mailbox keeps, with a password or a token that is good now. */
export async function smtpAccountOf(kept: KeptAccount, secretKey: string, tokenOf: TokenOf): Promise<FoundAccount> {
  const { smtpHost: host, smtpPort: port, smtpSecurity: security, smtpUsername: user, smtpPassword: password } = kept
  if (user === '') return { outcome: 'account', account: { host, port, security, login: null } }
  const found = await loginOf(kept, { user, password }, secretKey, tokenOf)
  if (found.outcome === 'failed') return found
  return { outcome: 'account', account: { host, port, security, login: found.login } }
}
