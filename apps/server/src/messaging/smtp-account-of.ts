import { keyFor, openSecret, sealSecret } from '../seal-secret.ts'
import type { SignedInMailbox, TokenOf } from './mail-login.ts'
import type { SmtpAccount } from './smtp-account.ts'

/** What a mailbox keeps of the account its mail leaves by. */
export interface KeptAccount extends Omit<SignedInMailbox, 'signIn'> {
  signIn: 'password' | SignedInMailbox['signIn']
  smtpHost: string
  smtpPort: number
  smtpSecurity: SmtpAccount['security']
  smtpUsername: string
  smtpPassword: Buffer | null
}

export type KeptLogin =
  | { outcome: 'account'; account: SmtpAccount }
  | { outcome: 'failed'; problem: 'auth' | 'auth_consent_gone' | 'timeout' | 'unexpected'; detail: string }

/** The account a mailbox keeps, with a password or a token that is good now. */
export async function smtpAccountOf(kept: KeptAccount, secretKey: string, tokenOf: TokenOf): Promise<KeptLogin> {
  const { smtpHost: host, smtpPort: port, smtpSecurity: security, smtpUsername: user, signIn } = kept
  if (user === '') return { outcome: 'account', account: { host, port, security, login: null } }
  if (signIn === 'password') {
    const password = kept.smtpPassword ? openPassword(kept.smtpPassword, secretKey) : ''
    // Sealed with another key: it must be typed again.
    if (password === null) return { outcome: 'failed', problem: 'auth', detail: 'The kept password cannot be read' }
    return { outcome: 'account', account: { host, port, security, login: { user, password } } }
  }
  const token = await tokenOf({ ...kept, signIn })
  if (token.outcome === 'failed') return token
  return { outcome: 'account', account: { host, port, security, login: { user, accessToken: token.accessToken } } }
}

export function sealPassword(password: string, secretKey: string): Buffer {
  return Buffer.from(sealSecret(password, passwordKey(secretKey)), 'utf8')
}

/** Null when it was sealed with another secret key. */
export function openPassword(sealed: Buffer, secretKey: string): string | null {
  return openSecret(sealed.toString('utf8'), passwordKey(secretKey))
}

function passwordKey(secretKey: string) {
  return keyFor('mailbox-password', secretKey)
}
