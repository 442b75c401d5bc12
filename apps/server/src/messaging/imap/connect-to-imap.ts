import { ImapFlow, type ImapFlowOptions } from 'imapflow'
import { isIP } from 'node:net'
import { getCACertificates } from 'node:tls'
import { guardHost, isLoopback, type GuardedHost } from '../guard-host.ts'
import type { SmtpSurroundings } from '../smtp-account.ts'
import type { ImapAccount, ImapProblem } from './imap-account.ts'
import { detailOf, imapProblemOf } from './imap-problem.ts'

/** What the installation lets such a connection do: the same as of one that sends. */
export type ImapSurroundings = SmtpSurroundings

export type ImapFailure = { outcome: 'failed'; problem: ImapProblem; detail: string }
export type ImapConnected = { outcome: 'connected'; client: ImapFlow }

/** Opens a signed-in connection, or says why not. The caller closes it; `stopped` does, also while it is made. */
export async function connectToImap(
  account: ImapAccount,
  surroundings: ImapSurroundings,
  stopped?: AbortSignal,
): Promise<ImapConnected | ImapFailure> {
  const host = await guardHost(account.host, surroundings.privateHosts)
  if (host.outcome !== 'allowed') return failed(host.outcome, account.host)
  if (account.security === 'none' && !isLoopback(host.address))
    return failed('tls', 'Only a server of this machine may be reached without TLS')
  const client = new ImapFlow(optionsOf(account, host, surroundings))
  // An error that nobody listens to would stop the process.
  client.on('error', () => undefined)
  const close = () => client.close()
  stopped?.addEventListener('abort', close)
  client.on('close', () => stopped?.removeEventListener('abort', close))
  if (stopped?.aborted) close()
  try {
    await client.connect()
    return { outcome: 'connected', client }
  } catch (error) {
    close()
    return failed(imapProblemOf(error, account), detailOf(error))
  }
}

function optionsOf(
  { port, security, login }: ImapAccount,
  host: Extract<GuardedHost, { outcome: 'allowed' }>,
  { timeouts, authorities }: ImapSurroundings,
): ImapFlowOptions {
  const { user } = login
  return {
    host: host.address,
    port,
    secure: security === 'tls',
    ...(security === 'tls' ? {} : { doSTARTTLS: security === 'starttls' }),
    ...(isIP(host.servername) ? {} : { servername: host.servername }),
    tls: {
      minVersion: 'TLSv1.2',
      ...(authorities?.length ? { ca: [...getCACertificates('default'), ...authorities] } : {}),
    },
    auth: 'password' in login ? { user, pass: login.password } : { user, accessToken: login.accessToken },
    connectionTimeout: timeouts?.connectMilliseconds ?? 20_000,
    greetingTimeout: timeouts?.greetingMilliseconds ?? 20_000,
    socketTimeout: timeouts?.silenceMilliseconds ?? 120_000,
    // Asked for in pieces: only a server that does not listen sends more, and it shall not fill the memory.
    maxLineLength: 8 * MEGABYTE,
    maxLiteralSize: 40 * MEGABYTE,
    maxResponseSize: 48 * MEGABYTE,
    // RFC 2177 §3: a server may hang up on who says nothing for half an hour, and routers forget sooner.
    maxIdleTime: 10 * 60_000,
    disableAutoIdle: true,
    clientInfo: { name: 'Comptoir', vendor: 'Comptoir', version: false, 'support-url': false },
    logger: false,
  }
}

const MEGABYTE = 1024 * 1024

function failed(problem: ImapProblem, detail: string): ImapFailure {
  return { outcome: 'failed', problem, detail: detail.slice(0, 500) }
}
