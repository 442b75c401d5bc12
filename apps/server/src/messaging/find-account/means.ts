import { Resolver } from 'node:dns/promises'
import { guardHost, type GuardedHost, type PrivateHosts } from '../guard-host.ts'

/** Where settings are looked for: the name servers, and the web servers of whoever publishes them. */
export interface Means {
  names: Pick<Resolver, 'resolveMx' | 'resolveSrv'>
  guard: (host: string) => Promise<GuardedHost>
  /** Where web servers listen, and whose word is taken for who they are beside the usual authorities. */
  https: { port: number; authorities: string[] }
  milliseconds: number
}

const allInAllMs = 5000

/** Those of the installation. */
export function meansOf(privateHosts: PrivateHosts): Means {
  return {
    names: new Resolver({ timeout: 1500, tries: 1 }),
    guard: (host) => guardHost(host, privateHosts),
    https: { port: 443, authorities: [] },
    milliseconds: allInAllMs,
  }
}
