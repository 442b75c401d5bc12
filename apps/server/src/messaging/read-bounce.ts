import type { MailAttachment } from './parsed-mail.ts'
import { cleanLine } from './clean-text.ts'
import { messageIdsIn } from './message-ids.ts'

export type Bounce = {
  /** Whom it says it went to, and whom it was first written to. */
  recipients: string[]
  status: string | null
  /** What the server said, in its own words. */
  answer: string | null
  permanence: 'permanent' | 'temporary' | 'delivered' | 'relayed' | 'unclear'
  messageId: string | null
  /** The name the envelope was given by whoever sent the mail. */
  envelopeId: string | null
}

/** What a delivery report says of the mail it is about; the codes are those of RFC 3463 and 3464. */
export function readBounce(text: string, attachments: MailAttachment[]): Bounce {
  const about = textOf(attachments, 'message/delivery-status', 'message/feedback-report')
  const report = recipientFields(about)
  const returned = textOf(attachments, 'message/rfc822', 'text/rfc822-headers', 'message/rfc822-headers')
  const status = report.get('status')?.match(STATUS)?.[0] ?? text.match(STATUS)?.[0] ?? null
  return {
    recipients: recipientsOf(report, text),
    status,
    answer: cleanLine((report.get('diagnostic-code') ?? '').replace(/^[\w-]+;\s*/, ''), 500) || status,
    permanence: permanenceOf(report.get('action'), status),
    messageId: messageIdsIn(fieldsOf(returned).get('message-id'))[0] ?? null,
    envelopeId: fieldsOf(about).get('original-envelope-id') ?? null,
  }
}

function recipientsOf(report: Map<string, string>, text: string) {
  const named = ['final-recipient', 'original-recipient', 'original-rcpt-to'].map((field) =>
    addressIn(report.get(field)),
  )
  const known = named.filter((address) => address !== null)
  if (known.length > 0) return [...new Set(known)]
  const inText = addressIn(text.match(/<([^<>\s]{1,320})>/)?.[1])
  return inText ? [inText] : []
}

function permanenceOf(action: string | undefined, status: string | null) {
  if (action === 'delivered') return 'delivered'
  // Handed on to a server that reports nothing, or to a list: nobody knows more.
  if (action === 'relayed' || action === 'expanded') return 'relayed'
  if (action === 'delayed' || status?.startsWith('4')) return 'temporary'
  if (action === 'failed' || status?.startsWith('5')) return 'permanent'
  return 'unclear'
}

// The first block of a report is about the server; the recipient comes in the next.
function recipientFields(report: string) {
  const blocks = report.split(/\r?\n\r?\n/).map(fieldsOf)
  return (
    blocks.find((fields) => fields.has('final-recipient') || fields.has('original-rcpt-to')) ??
    new Map<string, string>()
  )
}

function fieldsOf(block: string) {
  const lines = (block.split(/\r?\n\r?\n/)[0] ?? '').replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)
  const fields = new Map<string, string>()
  for (const line of lines) {
    const [, name, value] = line.match(/^([\w-]{1,60}):[ \t]*(.*)$/) ?? []
    if (name && !fields.has(name.toLowerCase())) fields.set(name.toLowerCase(), (value ?? '').trim())
  }
  return fields
}

function textOf(attachments: MailAttachment[], ...mediaTypes: string[]) {
  const part = attachments.find(({ mediaType }) => mediaTypes.includes(mediaType))
  return part ? new TextDecoder().decode(part.bytes.subarray(0, 64 * 1024)) : ''
}

function addressIn(value: string | undefined) {
  return value?.match(/[^\s<>;:"]{1,64}@[^\s<>;:"]{1,255}/)?.[0].toLowerCase() ?? null
}

const STATUS = /\b[245]\.\d{1,3}\.\d{1,3}\b/
