import type { IncomingMessage } from 'node:http'
import { request, type RequestOptions } from 'node:https'
import { isIP } from 'node:net'
import { getCACertificates } from 'node:tls'
import type { Means } from './means.ts'

const mostBytes = 64 * 1024
const mostRedirects = 2

/**
 * A document of the web at an address somebody's domain named: over TLS only, each host judged before it is asked and
 * asked at the very address that was judged, so that no answer and no redirect leads inside our network.
 */
export async function fetchGuarded(
  url: URL,
  means: Means,
  signal: AbortSignal,
  redirects = mostRedirects,
): Promise<string | null> {
  if (url.protocol !== 'https:' || url.port !== '') return null
  const host = await means.guard(url.hostname)
  if (host.outcome !== 'allowed') return null
  const { port, authorities } = means.https
  const response = await answered({
    host: host.address,
    port,
    path: `${url.pathname}${url.search}`,
    headers: { host: url.hostname, accept: 'text/xml, application/xml' },
    ...(isIP(host.servername) ? {} : { servername: host.servername }),
    ...(authorities.length > 0 ? { ca: [...getCACertificates('default'), ...authorities] } : {}),
    agent: false as const,
    signal,
  })
  const to = response.headers.location
  if (response.statusCode === 200) return textOf(response)
  response.destroy()
  const isMoved = [301, 302, 303, 307, 308].includes(response.statusCode ?? 0)
  if (!isMoved || to === undefined || redirects === 0) return null
  const next = URL.parse(to, url)
  return next && fetchGuarded(next, means, signal, redirects - 1)
}

function answered(options: RequestOptions): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request(options, resolve).on('error', reject).end()
  })
}

async function textOf(response: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > mostBytes) {
      response.destroy()
      return null
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
