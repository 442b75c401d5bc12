import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { SMTPConnectionAuth, SMTPConnectionOptions, SMTPError } from 'nodemailer/lib/smtp-connection'
import XOAuth2 from 'nodemailer/lib/xoauth2'
import { isIP } from 'node:net'
import { getCACertificates } from 'node:tls'
import { guardHost, isLoopback } from './guard-host.ts'
import type { GuardedHost } from './guard-host.ts'
import type { MailLogin } from './mail-login.ts'
import type { SmtpAccount, SmtpProblem, SmtpSurroundings } from './smtp-account.ts'
import { smtpProblemOf } from './smtp-problem.ts'

export type SmtpFailure = { outcome: 'failed'; problem: SmtpProblem; detail: string }
export type SmtpConnected = { outcome: 'connected'; connection: SMTPConnection }

/** Opens a signed-in connection, or says why not. The caller closes it. */
export async function connectToSmtp(
  account: SmtpAccount,
  surroundings: SmtpSurroundings,
): Promise<SmtpConnected | SmtpFailure> {
  const host = await guardHost(account.host, surroundings.privateHosts)
  if (host.outcome !== 'allowed') return failed(host.outcome, account.host)
  if (account.security === 'none' && !isLoopback(host.address))
    return failed('tls', 'Only a server of this machine may be reached without TLS')
  const connection = new SMTPConnection(optionsOf(account, host, surroundings))
  // An error that nobody listens to would stop the process.
  connection.on('error', () => undefined)
  try {
    await step(connection, (done) => connection.connect(done))
    if (account.login && !connection.allowsAuth) throw new NoSignIn('The server offers no sign-in')
    const credentials = account.login && credentialsOf(account.login)
    if (credentials) await step(connection, (done) => connection.login(credentials, done))
    return { outcome: 'connected', connection }
  } catch (error) {
    connection.close()
    if (error instanceof NoSignIn) return failed('no_auth_offered', error.message)
    return error instanceof Error
      ? failed(problemOf(error, account), error.message)
      : failed('unexpected', String(error))
  }
}

/** One exchange with the server. A lost connection is told by events only, never to the callback. */
export function step(
  connection: SMTPConnection,
  run: (done: (error?: SMTPError | null) => void) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error('Connection closed'))
    connection.once('error', reject)
    connection.once('end', ended)
    run((error) => {
      connection.off('error', reject).off('end', ended)
      if (error) reject(error)
      else resolve()
    })
  })
}

/** A token that was just renewed and is not taken was withdrawn; nobody mistyped it. */
function problemOf(error: Error, { host, login }: SmtpAccount): SmtpProblem {
  const problem = smtpProblemOf(error, host)
  const isToken = login !== null && 'accessToken' in login
  return isToken && (problem === 'auth' || problem === 'auth_needs_app_password') ? 'auth_consent_gone' : problem
}

function credentialsOf(login: MailLogin): SMTPConnectionAuth {
  if ('password' in login) return { user: login.user, pass: login.password }
  return { oauth2: new XOAuth2(login) }
}

function optionsOf(
  { port, security }: SmtpAccount,
  host: Extract<GuardedHost, { outcome: 'allowed' }>,
  surroundings: SmtpSurroundings,
): SMTPConnectionOptions {
  const { timeouts, authorities } = surroundings
  return {
    host: host.address,
    port,
    // Loopback is among what the guard already judged.
    allowInternalNetworkInterfaces: true,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    ...(isIP(host.servername) ? {} : { servername: host.servername }),
    tls: {
      minVersion: 'TLSv1.2',
      ...(authorities?.length ? { ca: [...getCACertificates('default'), ...authorities] } : {}),
    },
    connectionTimeout: timeouts?.connectMilliseconds ?? 20_000,
    greetingTimeout: timeouts?.greetingMilliseconds ?? 20_000,
    // RFC 5321 §4.5.3.2 lets a server take five minutes and more.
    socketTimeout: timeouts?.silenceMilliseconds ?? 300_000,
    logger: false,
  }
}

function failed(problem: SmtpProblem, detail: string): SmtpFailure {
  return { outcome: 'failed', problem, detail: detail.slice(0, 500) }
}

class NoSignIn extends Error {}
