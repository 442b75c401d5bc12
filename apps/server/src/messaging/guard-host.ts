import { lookup } from 'node:dns/promises'
import { BlockList, isIP } from 'node:net'
import { makeTurnstile } from './make-turnstile.ts'

export type GuardedHost =
  | { outcome: 'allowed'; address: string; servername: string }
  | { outcome: 'private_address' }
  | { outcome: 'host_not_found' }
export type PrivateHosts = 'refused' | 'allowed'
type Resolve = (host: string) => Promise<{ address: string }[]>

/**
 * Where to connect for a host that a business chose. The name is resolved once and the connection made to that
 * address, so that a name cannot point elsewhere a moment later. `servername` is what TLS must check.
 */
export async function guardHost(
  host: string,
  privateHosts: PrivateHosts,
  resolve: Resolve = resolveAll,
): Promise<GuardedHost> {
  const name = host
    .trim()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '')
  const addresses = isIP(name) ? [{ address: name }] : await resolve(name).catch(() => [])
  if (addresses.length === 0) return { outcome: 'host_not_found' }
  const allowed = addresses.find(({ address }) => privateHosts === 'allowed' || !isPrivate(address))
  return allowed ? { outcome: 'allowed', address: allowed.address, servername: name } : { outcome: 'private_address' }
}

/** Whether the address is of this machine. */
export function isLoopback(address: string): boolean {
  return LOOPBACK.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
}

/** Whether the address is of no machine of the internet. */
export function isPrivate(address: string) {
  return isIP(address) === 6 ? PRIVATE_6.check(address, 'ipv6') : PRIVATE_4.check(address, 'ipv4')
}

async function resolveAll(name: string) {
  if (name.length === 0 || name.length > 253) return []
  return atMostTwo(() => lookup(name, { all: true }))
}

/**
 * A name server that is silent holds one of the four threads of Node for twenty seconds: two at once leave the
 * others to the files.
 */
const atMostTwo = makeTurnstile(2)

function blockList(networks: string) {
  const list = new BlockList()
  for (const network of networks.split(/\s+/)) {
    const [address = '', bits] = network.split('/')
    list.addSubnet(address, Number(bits), isIP(address) === 6 ? 'ipv6' : 'ipv4')
  }
  return list
}

const LOOPBACK = blockList('127.0.0.0/8 ::1/128')

// The special-purpose registries of IANA (RFC 6890): this machine, private and shared networks, links, tests, multicast.
const PRIVATE_4 = blockList(
  `0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24
  192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4`,
)

// The same, and the forms that carry an IPv4 address inside. Apart, for a list with those would hold all of IPv4.
const PRIVATE_6 = blockList(
  `::/96 ::ffff:0:0/96 64:ff9b::/96 64:ff9b:1::/48 100::/64 2001::/23 2001:db8::/32 2002::/16
  fc00::/7 fe80::/10 fec0::/10 ff00::/8`,
)
