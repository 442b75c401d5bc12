import type { MailAttachment } from './parsed-mail.ts'
import { cleanLine } from './clean-text.ts'
import { messageIdsIn } from './message-ids.ts'

export type Bounce = {
  recipient: string | null
  status: string | null
  /** What the server said, in its own words. */
  answer: string | null
  permanence: 'permanent' | 'temporary' | 'delivered' | 'unclear'
  messageId: string | null
}

/** What a delivery report says of the mail it is about; the codes are those of RFC 3463 and 3464. */
export function readBounce(text: string, attachments: MailAttachment[]): Bounce {
  const report = recipientFields(textOf(attachments, 'message/delivery-status', 'message/feedback-report'))
  const status = report.get('status')?.match(STATUS)?.[0] ?? text.match(STATUS)?.[0] ?? null
  return {
    recipient:
      addressIn(report.get('final-recipient') ?? report.get('original-rcpt-to')) ??
      addressIn(text.match(/<([^<>\s]{1,320})>/)?.[1]),
    status,
    answer: cleanLine((report.get('diagnostic-code') ?? '').replace(/^[\w-]+;\s*/, ''), 500) || status,
    permanence: permanenceOf(report.get('action'), status),
    messageId:
      messageIdsIn(fieldsOf(textOf(attachments, 'message/rfc822', 'text/rfc822-headers')).get('message-id'))[0] ?? null,
  }
}

function permanenceOf(action: string | undefined, status: string | null) {
  if (action === 'delivered' || action === 'relayed' || action === 'expanded') return 'delivered'
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
