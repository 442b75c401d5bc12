import type { MailAttachment } from './parsed-mail.ts'
import { cleanLine } from './clean-text.ts'
import { messageIdsIn } from './message-ids.ts'
import { addressIn, readTextBounces, statusIn } from './read-text-bounces.ts'

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
  /** Whether it was told for programs, or found in words that anybody may have written. */
  source: 'report' | 'words'
}

/** What a delivery report says first. */
export function readBounce(text: string, attachments: MailAttachment[]): Bounce {
  return readBounces(text, attachments)[0]!
}

/**
 * What a delivery report says of the mail it is about, one for each recipient and at least one; the codes are those of
 * RFC 3463 and 3464. Where there is no report for programs, its words are read. Of very many the first are heard.
 */
export function readBounces(text: string, attachments: MailAttachment[]): Bounce[] {
  const blocks = textsOf(attachments, 'message/delivery-status', 'message/feedback-report')
    .flatMap((about) => about.split(/\r?\n[ \t]*\r?\n/))
    .map(fieldsOf)
  const [returned = ''] = textsOf(attachments, 'message/rfc822', 'text/rfc822-headers', 'message/rfc822-headers')
  const whole = {
    messageId: messageIdsIn(fieldsOf(returned).get('message-id')?.[0])[0] ?? messageIdInText(text),
    envelopeId: blocks.find((block) => block.has('original-envelope-id'))?.get('original-envelope-id')?.[0] ?? null,
  }
  const reported = blocks.filter((block) => RECIPIENTS.some((field) => block.has(field))).slice(0, MAX_RECIPIENTS)
  if (reported.length === 0) return readTextBounces(text).map((one) => ({ ...one, ...whole, source: 'words' }))
  const statusInWords = statusIn(text)
  const told = reported.flatMap((block) => fromBlock(block, statusInWords)).slice(0, MAX_RECIPIENTS)
  return told.map((one) => ({ ...one, ...whole, source: 'report' }))
}

type Told = Pick<Bounce, 'recipients' | 'status' | 'answer' | 'permanence'>

function fromBlock(block: Fields, statusInWords: string | null): Told[] {
  const status = statusIn(block.get('status')?.[0] ?? '') ?? statusInWords
  const said = {
    status,
    answer: cleanLine((block.get('diagnostic-code')?.[0] ?? '').replace(/^[\w-]+;\s*/, ''), 500) || status,
    permanence: permanenceOf(block.get('action')?.[0]?.toLowerCase(), status),
  }
  // A complaint may name several in one block.
  const originals = addressesIn(block.get('original-rcpt-to'))
  if (originals.length > 1) return originals.map((address) => ({ ...said, recipients: [address] }))
  return [{ ...said, recipients: [...new Set(RECIPIENTS.flatMap((field) => addressesIn(block.get(field))))] }]
}

function permanenceOf(action: string | undefined, status: string | null): Bounce['permanence'] {
  if (action === 'delivered') return 'delivered'
  // Handed on to a server that reports nothing, or to a list: nobody knows more.
  if (action === 'relayed' || action === 'expanded') return 'relayed'
  if (action === 'delayed' || status?.startsWith('4')) return 'temporary'
  if (action === 'failed' || status?.startsWith('5')) return 'permanent'
  return 'unclear'
}

type Fields = Map<string, string[]>

function fieldsOf(block: string): Fields {
  const lines = (block.trimStart().split(/\r?\n\r?\n/)[0] ?? '').replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)
  const fields: Fields = new Map()
  for (const line of lines) {
    const [, name, value = ''] = line.match(/^([\w-]{1,60}):[ \t]*(.*)$/) ?? []
    if (!name) continue
    const values = fields.get(name.toLowerCase())
    if (values) values.push(value.trim())
    else fields.set(name.toLowerCase(), [value.trim()])
  }
  return fields
}

// Below the words stands what came back, or its headers.
function messageIdInText(text: string) {
  return messageIdsIn(text.match(/^[ \t>]*message-id:\s*(<[^<>\n]{1,500}>)/im)?.[1])[0] ?? null
}

function textsOf(attachments: MailAttachment[], ...mediaTypes: string[]) {
  const texts: string[] = []
  let left = MAX_BYTES
  for (const { mediaType, bytes } of attachments) {
    if (!mediaTypes.includes(mediaType)) continue
    const read = bytes.subarray(0, Math.min(left, MAX_PART_BYTES))
    if (read.length > 0) texts.push(new TextDecoder().decode(read))
    left -= read.length
  }
  return texts
}

function addressesIn(values: string[] = []) {
  return values.flatMap((value) => addressIn(value) ?? [])
}

const MAX_RECIPIENTS = 100
const MAX_BYTES = 256 * 1024
const MAX_PART_BYTES = 64 * 1024
const RECIPIENTS = ['final-recipient', 'original-recipient', 'original-rcpt-to']
