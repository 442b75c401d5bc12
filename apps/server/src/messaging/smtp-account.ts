import type { PrivateHosts } from './guard-host.ts'
import type { MailLogin } from './mail-login.ts'

/** How a mailbox reaches the server that carries its mail. `none` is for a relay on this machine only. */
export type SmtpAccount = {
  host: string
  port: number
  security: 'tls' | 'starttls' | 'none'
  login: MailLogin | null
}

/** What the installation lets such a connection do. `authorities` are certificates trusted beside the usual ones. */
export type SmtpSurroundings = {
  privateHosts: PrivateHosts
  authorities?: string[]
  timeouts?: Partial<SmtpTimeouts>
}

export type SmtpTimeouts = { connectMilliseconds: number; greetingMilliseconds: number; silenceMilliseconds: number }

export type SmtpProblem =
  | 'host_not_found'
  | 'private_address'
  | 'refused'
  | 'timeout'
  | 'tls'
  | 'certificate'
  | 'auth'
  | 'auth_needs_app_password'
  /** A password is not enough for this server, ever: its owner signs in at the provider. */
  | 'auth_needs_oauth'
  /** What was allowed at the provider is no longer. */
  | 'auth_consent_gone'
  | 'no_auth_offered'
  /** The account is right, but whoever runs it must first let programs send. */
  | 'smtp_disabled'
  | 'sender_refused'
  | 'unexpected'
