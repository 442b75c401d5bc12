import type { Resolver } from 'node:dns/promises'
import { isIP } from 'node:net'
import { within } from '../within.ts'

/** Whether the server that takes a mail is the very one its recipient's mail is kept by. */
export type IsOwnServer = (host: string, recipient: string) => Promise<boolean>

const mostMs = 3000
const keptMs = 60 * 60_000
const mostDomains = 2000

/**
 * Compares a server with those of the recipient's domain (MX, RFC 5321 §5.1). Nobody waits long for a name server, and
 * where it does not answer nothing is claimed.
 */
export function makeOwnServerFinder(resolver: Pick<Resolver, 'resolveMx'>): IsOwnServer {
  const known = new Map<string, { until: number; hosts: Promise<Set<string>> }>()

  function hostsOf(domain: string) {
    const now = performance.now()
    const found = known.get(domain)
    if (found && found.until > now) return found.hosts
    if (known.size >= mostDomains) known.clear()
    const hosts = askFor(resolver, domain)
    known.set(domain, { until: now + keptMs, hosts })
    return hosts
  }

  return async (host, recipient) => {
    const name = plain(host)
    const domain = plain(recipient.slice(recipient.lastIndexOf('@') + 1))
    // A provider's own sending server is no address.
    if (isIP(name) || name === '' || domain === '') return false
    return (await hostsOf(domain)).has(name)
  }
}

async function askFor(resolver: Pick<Resolver, 'resolveMx'>, domain: string): Promise<Set<string>> {
  const asked = resolver.resolveMx(domain).catch(() => null)
  const records = await within(mostMs, asked, null)
  return new Set(records?.map(({ exchange }) => plain(exchange)))
}

function plain(name: string) {
  return name.trim().replace(/\.$/, '').toLowerCase()
}
