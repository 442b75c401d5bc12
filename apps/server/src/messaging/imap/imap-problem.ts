import type { ImapFlowError } from 'imapflow'
import type { ImapAccount, ImapProblem } from './imap-account.ts'

/** What went wrong with the server of a mailbox, in the words the screens explain. */
export function imapProblemOf(error: unknown, { host, login }: Pick<ImapAccount, 'host' | 'login'>): ImapProblem {
  const { code = '', tlsFailed, authenticationFailed, mailboxMissing } = asImapError(error)
  const said = `${code} ${detailOf(error)}`
  if (IMAP_DISABLED.test(said)) return 'imap_disabled'
  if (CERTIFICATE.test(said)) return 'certificate'
  if (tlsFailed || TLS.test(said)) return 'tls'
  if (/Unsupported authentication mechanism/.test(said)) return 'password' in login ? 'no_auth_offered' : 'auth'
  if (authenticationFailed) return 'password' in login ? passwordProblem(said, host) : 'auth_consent_gone'
  if (mailboxMissing) return 'no_inbox'
  if (/ENOTFOUND|EAI_AGAIN/.test(said)) return 'host_not_found'
  if (/TIMEOUT|ETIMEDOUT/i.test(code)) return 'timeout'
  if (REFUSED.test(said)) return 'refused'
  return 'unexpected'
}

/** The server answered, and said no. */
export function isRefusal(error: unknown): boolean {
  return ['NO', 'BAD'].includes(asImapError(error).responseStatus ?? '')
}

/** The server's own words where it said something, else ours. */
export function detailOf(error: unknown): string {
  const { message, response, responseText, reason } = asImapError(error)
  const words = responseText ?? (typeof response === 'string' ? response : undefined) ?? reason
  return (words || message || String(error)).slice(0, 500)
}

// Gmail, iCloud and Yahoo answer a wrong password where they want one made for programs; Microsoft takes none at all.
function passwordProblem(said: string, host: string): ImapProblem {
  if (OAUTH_HOSTS.test(host) || NEEDS_OAUTH.test(said)) return 'auth_needs_oauth'
  if (APP_PASSWORD_HOSTS.test(host) || NEEDS_APP_PASSWORD.test(said)) return 'auth_needs_app_password'
  return 'auth'
}

function asImapError(error: unknown): Partial<ImapFlowError> {
  return error instanceof Error ? error : {}
}

const OAUTH_HOSTS = /(?:^|\.)(?:office365\.com|outlook\.com|hotmail\.com)$/i
const NEEDS_OAUTH = /basic auth\w* is (?:disabled|blocked)|LOGIN(?: is)? disabled|LogonDenied-BasicAuthBlocked/i
const APP_PASSWORD_HOSTS = /(?:^|\.)(?:gmail\.com|googlemail\.com|mail\.me\.com|yahoo\.[a-z.]+|aol\.com)$/i
const NEEDS_APP_PASSWORD = /app(?:lication)?[- ](?:specific )?password|InvalidSecondFactor/i
const IMAP_DISABLED =
  /not enabled for IMAP|enable IMAP|IMAP (?:access )?(?:is )?(?:disabled|not (?:enabled|allowed))|authenticated but not connected/i
const CERTIFICATE =
  /certificate|altname|ERR_TLS_CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|CERT_HAS_EXPIRED/i
const TLS = /wrong version number|STARTTLS|ssl3?_|tlsv1|packet length too long|EPROTO|handshake|use TLS/i
const REFUSED = /ECONNREFUSED|ECONNRESET|EHOSTUNREACH|ENETUNREACH|UNAVAILABLE|too many/i
