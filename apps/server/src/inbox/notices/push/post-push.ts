import { request as plainRequest, type RequestOptions } from 'node:http'
import { request as secureRequest } from 'node:https'
import { isIP } from 'node:net'
import { guardHost } from '../../../messaging/guard-host.ts'

/** `gone`: the browser no longer listens there. `failed`: perhaps another time. */
export type Pushed = 'sent' | 'gone' | 'failed'

const timeoutMs = 10_000

/**
 * Hands something to the push service that a browser chose: at the address that was judged, so that nobody leads us
 * inside our network.
 */
export async function postPush(
  endpoint: URL,
  body: Buffer,
  headers: Record<string, string>,
  privateHosts: 'refused' | 'allowed',
): Promise<Pushed> {
  const isPlain = endpoint.protocol === 'http:'
  if (isPlain && privateHosts === 'refused') return 'gone'
  const host = await guardHost(endpoint.hostname, privateHosts)
  if (host.outcome === 'private_address') return 'gone'
  if (host.outcome !== 'allowed') return 'failed'
  const status = await statusOf(isPlain ? plainRequest : secureRequest, body, {
    method: 'POST',
    host: host.address,
    port: endpoint.port || (isPlain ? 80 : 443),
    path: `${endpoint.pathname}${endpoint.search}`,
    headers: { ...headers, host: endpoint.host, 'content-length': body.length },
    ...(isIP(host.servername) ? {} : { servername: host.servername }),
    agent: false,
    signal: AbortSignal.timeout(timeoutMs),
  })
  if (status >= 200 && status < 300) return 'sent'
  return status === 404 || status === 410 ? 'gone' : 'failed'
}

function statusOf(ask: typeof secureRequest, body: Buffer, options: RequestOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    ask(options, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
      .on('error', reject)
      .end(body)
  })
}
