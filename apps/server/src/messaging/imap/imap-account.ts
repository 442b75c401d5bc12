import type { MailLogin } from '../mail-login.ts'

/** How a mailbox reaches the server that keeps its mail. `none` is for a server of this machine only. */
export type ImapAccount = {
  host: string
  port: number
  security: 'tls' | 'starttls' | 'none'
  login: MailLogin
}

export type ImapProblem =
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
  /** The account is right, but its owner must first let programs read it. */
  | 'imap_disabled'
  | 'no_inbox'
  | 'unexpected'
