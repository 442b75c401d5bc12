import { XMLParser } from 'fast-xml-parser'
import * as v from 'valibot'
import { mailServer, type MailServer } from '@comptoir/contract/mailboxes'

const server = v.object({
  '@type': v.string(),
  hostname: v.string(),
  port: v.pipe(v.string(), v.regex(/^\d{1,5}$/), v.transform(Number)),
  socketType: v.string(),
  username: v.optional(v.string()),
})
const several = v.optional(v.array(v.unknown()), [])
const document = v.object({
  clientConfig: v.object({
    emailProvider: v.array(v.object({ incomingServer: several, outgoingServer: several })),
  }),
})

/** The servers of a document in Mozilla's format, the best encrypted first; null when it is none. */
export function readAutoconfig(
  xml: string,
  address: string,
): { imap: MailServer | null; smtp: MailServer | null } | null {
  const read = v.safeParse(document, parsed(xml))
  if (!read.success) return null
  const [provider] = read.output.clientConfig.emailProvider
  if (!provider) return null
  return {
    imap: bestOf(provider.incomingServer, 'imap', address),
    smtp: bestOf(provider.outgoingServer, 'smtp', address),
  }
}

function parsed(xml: string): unknown {
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    parseTagValue: false,
    // It could be made to grow without end.
    processEntities: false,
    isArray: (name) => ['emailProvider', 'incomingServer', 'outgoingServer'].includes(name),
  })
  try {
    return parser.parse(xml)
  } catch {
    return null
  }
}

function bestOf(listed: unknown[], type: 'imap' | 'smtp', address: string): MailServer | null {
  const servers = listed.flatMap((one) => {
    const read = v.safeParse(server, one)
    return read.success && read.output['@type'] === type ? [read.output] : []
  })
  for (const [socketType, security] of ways) {
    const found = servers.find((one) => one.socketType.toUpperCase() === socketType)
    const username = filledIn(found?.username ?? '%EMAILADDRESS%', address)
    const checked = v.safeParse(mailServer, found && { host: found.hostname, port: found.port, security, username })
    if (checked.success) return checked.output
  }
  return null
}

/** A server without encryption is never proposed. */
const ways = [
  ['SSL', 'tls'],
  ['STARTTLS', 'starttls'],
] as const

function filledIn(pattern: string, address: string): string {
  const at = address.lastIndexOf('@')
  return pattern
    .replaceAll('%EMAILADDRESS%', address)
    .replaceAll('%EMAILLOCALPART%', address.slice(0, at))
    .replaceAll('%EMAILDOMAIN%', address.slice(at + 1))
}
