import { portOf, type MailServer } from '@comptoir/contract/mailboxes'
import type { Found } from './find-account.ts'
import type { Means } from './means.ts'
import { plainAccount } from './plain-account.ts'

/** The usual names, where they exist. */
export async function guessAccount(address: string, domain: string, means: Means): Promise<Found | null> {
  const [imap, smtp, mail] = await Promise.all(
    ['imap', 'smtp', 'mail'].map(async (label) => {
      const host = `${label}.${domain}`
      const { outcome } = await means.guard(host)
      return outcome === 'allowed' ? host : null
    }),
  )
  const server = (kind: 'imap' | 'smtp', host: string | null | undefined): MailServer | null =>
    host ? { host, security: 'tls', port: portOf(kind, 'tls'), username: address } : null
  return plainAccount('guessed', server('imap', imap ?? mail), server('smtp', smtp ?? mail))
}
