import type { MailServer } from '@comptoir/contract/mailboxes'
import type { Found } from './find-account.ts'

/** An account of which only the servers are known; null without one to send by. */
export function plainAccount(
  found: 'published' | 'guessed',
  imap: MailServer | null,
  smtp: MailServer | null,
): Found | null {
  if (!smtp) return null
  const rest = { provider: null, signIn: null, helpUrl: null, hourlyLimit: null, dailyLimit: null }
  return { found, password: 'account', ...rest, imap, smtp }
}
