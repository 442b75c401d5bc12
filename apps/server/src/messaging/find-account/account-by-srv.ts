import type { MailServer } from '@comptoir/contract/mailboxes'
import type { Found } from './find-account.ts'
import type { Means } from './means.ts'
import { plainAccount } from './plain-account.ts'

/** What a domain says in its DNS (RFC 6186 and 8314). */
export async function accountBySrv(address: string, domain: string, { names }: Means): Promise<Found | null> {
  const ask = async (service: string, security: 'tls' | 'starttls'): Promise<MailServer | null> => {
    const found = await names.resolveSrv(`${service}._tcp.${domain}`).catch(() => [])
    const [best] = found.toSorted((a, b) => a.priority - b.priority || b.weight - a.weight)
    // A single dot says that there is no such service.
    const host = best?.name.replace(/\.$/, '') ?? ''
    return best && host !== '' ? { host, port: best.port, security, username: address } : null
  }
  const [imaps, imap, submissions, submission] = await Promise.all([
    ask('_imaps', 'tls'),
    ask('_imap', 'starttls'),
    ask('_submissions', 'tls'),
    ask('_submission', 'starttls'),
  ])
  return plainAccount('published', imaps ?? imap, submissions ?? submission)
}
