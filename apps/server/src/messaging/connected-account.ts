import type { Updateable } from 'kysely'
import type { Mailbox } from '@comptoir/db/schema'
import type { AccountInput, History } from '@comptoir/contract/mailboxes'
import type { Staff } from '../identity/actor.ts'
import { sealRefreshToken } from './oauth/access-tokens.ts'
import { consentGiven } from './oauth/consent-given.ts'
import { sealPassword } from './login-of.ts'

/** What a mailbox keeps of an account that was tried and found good. */
export function connectedAccount(
  staff: Staff,
  input: AccountInput & { history?: History },
  secretKey: string,
): Updateable<Mailbox> {
  const { smtp, imap, history } = input
  return {
    carrier: 'smtp',
    smtpHost: smtp.host,
    smtpPort: smtp.port,
    smtpSecurity: smtp.security,
    smtpUsername: smtp.username,
    ...(imap
      ? { imapHost: imap.host, imapPort: imap.port, imapSecurity: imap.security, imapUsername: imap.username }
      : { imapHost: '', imapUsername: '', imapPassword: null }),
    ...signIn(staff, input, secretKey),
    ...(history && { historySince: historySince(history) }),
    ...nothingWrong,
  }
}

/** As it is before anything was tried. */
export const nothingWrong = {
  lastProblem: null,
  lastDetail: null,
  lastProblemAt: null,
  fetchProblem: null,
  fetchDetail: null,
  fetchProblemAt: null,
} as const

/** As it is before the first sync. */
export const nothingRead = { historyTotal: 0, historyDone: 0, fetchedAt: null } as const

/** Nothing is kept of it. */
export const noAccount = {
  signIn: 'password',
  oauthRefreshToken: null,
  smtpHost: '',
  smtpUsername: '',
  smtpPassword: null,
  imapHost: '',
  imapUsername: '',
  imapPassword: null,
} as const

/** As it was, where nothing new was given. */
function signIn(staff: Staff, input: AccountInput, secretKey: string): Updateable<Mailbox> {
  const { password, smtpPassword = password, consent } = input
  if (consent !== undefined) {
    const { with: by, refreshToken } = consentGiven({ secretKey }, staff, consent)
    const token = sealRefreshToken(refreshToken, secretKey)
    return { signIn: by, oauthRefreshToken: token, smtpPassword: null, imapPassword: null }
  }
  if (smtpPassword === undefined) return {}
  return {
    signIn: 'password',
    oauthRefreshToken: null,
    smtpPassword: sealPassword(smtpPassword, secretKey),
    ...(password !== undefined && { imapPassword: sealPassword(password, secretKey) }),
  }
}

/** The day the first sync goes back to; null reads nothing that was there before. */
function historySince(history: History): string | null {
  if (history === 'none') return null
  if (history === 'all') return '1970-01-01'
  const day = new Date()
  if (history === '1-year') day.setUTCFullYear(day.getUTCFullYear() - 1)
  else day.setUTCDate(day.getUTCDate() - 30)
  return day.toISOString().slice(0, 10)
}
