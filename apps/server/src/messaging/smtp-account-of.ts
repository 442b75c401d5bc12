import { keyFor, openSecret, sealSecret } from '../seal-secret.ts'
import type { SmtpAccount } from './smtp-account.ts'

export interface KeptAccount {
  smtpHost: string
  smtpPort: number
  smtpSecurity: SmtpAccount['security']
  smtpUsername: string
  smtpPassword: Buffer | null
}

/** The account a mailbox keeps, or null when its password was sealed with another secret key. */
export function accountOf(kept: KeptAccount, secretKey: string): SmtpAccount | null {
  const { smtpHost: host, smtpPort: port, smtpSecurity: security, smtpUsername: user } = kept
  if (user === '') return { host, port, security, login: null }
  const password = kept.smtpPassword ? openPassword(kept.smtpPassword, secretKey) : ''
  return password === null ? null : { host, port, security, login: { user, password } }
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
