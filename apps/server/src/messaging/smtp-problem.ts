import type { SMTPError } from 'nodemailer/lib/smtp-connection'
import type { SmtpProblem } from './smtp-account.ts'

/** What went wrong with a mail server, in the words the screens explain. */
export function smtpProblemOf(error: SMTPError, host: string): SmtpProblem {
  const said = `${error.message} ${error.response ?? ''}`
  if (error.code === 'EAUTH' && error.command === 'API') return 'auth'
  if (error.code === 'EAUTH' && SMTP_DISABLED.test(said)) return 'smtp_disabled'
  if (error.code === 'EAUTH' && NEEDS_OAUTH.test(said)) return 'auth_needs_oauth'
  if (error.code === 'EAUTH') return needsAppPassword(said, host) ? 'auth_needs_app_password' : 'auth'
  if (CERTIFICATE.test(`${said} ${error.originalCode ?? ''}`)) return 'certificate'
  if (error.code === 'ETLS' || TLS.test(said)) return 'tls'
  if (error.code === 'EDNS') return 'host_not_found'
  if (error.code === 'ETIMEDOUT' || /ETIMEDOUT/.test(said)) return 'timeout'
  if (/ECONNREFUSED|EHOSTUNREACH|ENETUNREACH/.test(said) || error.responseCode === 554 || error.responseCode === 421)
    return 'refused'
  return 'unexpected'
}

// Gmail, iCloud and Yahoo answer a wrong password where they want one made for programs.
function needsAppPassword(said: string, host: string) {
  return (
    /app(?:lication)?[- ](?:specific )?password|5\.7\.9\b|InvalidSecondFactor/i.test(said) ||
    APP_PASSWORD_HOSTS.test(host)
  )
}

// Microsoft 365, where an administrator must allow it for the whole business or for one mailbox.
const SMTP_DISABLED = /SmtpClientAuthentication is disabled/i
// Microsoft takes none at all.
const NEEDS_OAUTH = /5\.7\.139|basic authentication is disabled/i
const APP_PASSWORD_HOSTS = /(?:^|\.)(?:gmail\.com|googlemail\.com|mail\.me\.com|yahoo\.[a-z.]+)$/i
const CERTIFICATE =
  /certificate|altname|ERR_TLS_CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|CERT_HAS_EXPIRED/i
const TLS = /wrong version number|STARTTLS|ssl3?_|tlsv1|packet length too long|EPROTO|handshake|initiating TLS/i
