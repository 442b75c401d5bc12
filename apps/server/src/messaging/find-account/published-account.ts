import type { Found } from './find-account.ts'
import { fetchGuarded } from './fetch-guarded.ts'
import type { Means } from './means.ts'
import { plainAccount } from './plain-account.ts'
import { readAutoconfig } from './read-autoconfig.ts'

/** What a domain, or Mozilla for it, publishes for mail programs. Mozilla learns the domain, never the address. */
export async function publishedAccount(
  address: string,
  domain: string,
  means: Means,
  signal: AbortSignal,
): Promise<Found | null> {
  const asking = `emailaddress=${encodeURIComponent(address)}`
  const documents = await Promise.all(
    [
      `https://autoconfig.${domain}/mail/config-v1.1.xml?${asking}`,
      `https://${domain}/.well-known/autoconfig/mail/config-v1.1.xml?${asking}`,
      `https://autoconfig.thunderbird.net/v1.1/${domain}`,
    ].map((url) => fetchGuarded(new URL(url), means, signal).catch(() => null)),
  )
  for (const document of documents) {
    const servers = document === null ? null : readAutoconfig(document, address)
    const account = servers && plainAccount('published', servers.imap, servers.smtp)
    if (account) return account
  }
  return null
}
