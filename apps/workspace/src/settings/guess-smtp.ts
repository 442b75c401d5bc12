import type { MailServer } from '@comptoir/contract/mailboxes'

export type SmtpFields = MailServer

/** What the account of an address most likely is: the documented server of its provider, or a good guess. */
export function guessSmtp(address: string): SmtpFields {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase()
  const known = providers.find(({ domains }) => domains.test(domain))
  // A machine's own name or number says nothing about who carries its mail.
  const isPublic = /\.[a-z]{2,}$/.test(domain)
  const [host, security] = known ? known.server : [isPublic ? `smtp.${domain}` : '', 'starttls' as const]
  return { host, security, port: portOf(security), username: address }
}

/** The usual port of a way to connect (RFC 8314 for 465, RFC 6409 for 587). */
export function portOf(security: SmtpFields['security']): number {
  return { tls: 465, starttls: 587, none: 25 }[security]
}

const providers: { domains: RegExp; server: [string, SmtpFields['security']] }[] = [
  { domains: /^(gmail|googlemail)\.com$/, server: ['smtp.gmail.com', 'starttls'] },
  { domains: /^(outlook|hotmail|live|msn)\./, server: ['smtp-mail.outlook.com', 'starttls'] },
  { domains: /^(icloud|me|mac)\.com$/, server: ['smtp.mail.me.com', 'starttls'] },
  { domains: /^(yahoo\.|ymail\.com$)/, server: ['smtp.mail.yahoo.com', 'tls'] },
  { domains: /^(orange|wanadoo)\.fr$/, server: ['smtp.orange.fr', 'tls'] },
  { domains: /^free\.fr$/, server: ['smtp.free.fr', 'tls'] },
  { domains: /^(laposte\.net)$/, server: ['smtp.laposte.net', 'tls'] },
  { domains: /^(sfr|neuf)\.fr$/, server: ['smtp.sfr.fr', 'tls'] },
  { domains: /^(proximus|skynet)\.be$/, server: ['relay.proximus.be', 'starttls'] },
  { domains: /^telenet\.be$/, server: ['smtp.telenet.be', 'starttls'] },
]
