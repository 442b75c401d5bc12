import { BlockList, isIP } from 'node:net'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import type { AppEnv } from './app-env.ts'

/** Where a request came from: the last address of X-Forwarded-For that no trusted proxy vouches for. */
export function clientIp(c: Context<AppEnv>, trusted: string[]): string {
  const direct = plainAddress(directAddress(c))
  if (trusted.length === 0) return direct
  const proxies = blockListOf(trusted)
  const chain = [...(c.req.header('x-forwarded-for') ?? '').split(',').map((one) => plainAddress(one.trim())), direct]
  for (let address = chain.pop(); address !== undefined; address = chain.pop()) {
    if (!isIP(address)) break
    if (chain.length === 0 || !proxies.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')) return address
  }
  return direct
}

function directAddress(c: Context<AppEnv>) {
  // A request made by app.request() in a test has no connection.
  return c.env?.incoming ? (getConnInfo(c).remote.address ?? '') : '127.0.0.1'
}

function plainAddress(address: string) {
  return address.replace(/^::ffff:/, '')
}

function blockListOf(networks: string[]) {
  const list = new BlockList()
  for (const network of networks) {
    const [address = '', bits] = network.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    if (bits === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(bits), family)
  }
  return list
}
