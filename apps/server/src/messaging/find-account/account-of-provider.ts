import { portOf, type MailServer } from '@comptoir/contract/mailboxes'
import type { Found } from './find-account.ts'
import { knownProviders } from './known-providers.ts'
import type { Means } from './means.ts'
import type { Provider } from './provider.ts'

/** Of an address that a provider gave. */
export function accountOfDomain(address: string, domain: string): Found | null {
  const provider = knownProviders.find(({ domains }) => domains?.test(domain))
  return provider ? accountOf(provider, address) : null
}

/** The name of who gives the addresses of a domain to many people; null where it is somebody's own. */
export function providerOfDomain(domain: string): string | null {
  return knownProviders.find(({ domains }) => domains?.test(domain))?.name ?? null
}

/** Of one's own domain, whose mail a provider takes in. */
export async function accountByMx(address: string, domain: string, { names }: Means): Promise<Found | null> {
  const exchanges = (await names.resolveMx(domain)).toSorted((a, b) => a.priority - b.priority)
  for (const { exchange } of exchanges) {
    const provider = knownProviders.find(({ mx }) => mx?.test(exchange.toLowerCase().replace(/\.$/, '')))
    if (provider) return accountOf(provider, address)
  }
  return null
}

function accountOf(provider: Provider, address: string): Found {
  const { id, name, signIn, password, helpUrl, hourlyLimit, dailyLimit } = provider
  return {
    found: 'known',
    provider: { id, name },
    signIn: signIn ?? null,
    password: password ?? 'account',
    helpUrl: helpUrl ?? null,
    imap: serverOf('imap', provider.imap, address),
    smtp: serverOf('smtp', provider.smtp, address),
    hourlyLimit: hourlyLimit ?? null,
    dailyLimit: dailyLimit ?? null,
  }
}

function serverOf(kind: 'imap' | 'smtp', [host, security, user]: Provider['imap'], address: string): MailServer {
  const username = user === 'local' ? address.slice(0, address.lastIndexOf('@')) : address
  return { host, security, port: portOf(kind, security), username }
}
