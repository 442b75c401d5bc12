import type { PartFiles } from './detach-part.ts'
import type { StoredFile } from './file-store.ts'
import { automationOf } from './automation-of.ts'
import { classifyMail } from './classify-mail.ts'
import { cleanLine, cleanText } from './clean-text.ts'
import { addressesIn, addressesOf } from './mail-addresses.ts'
import { mailContent, type MailContent } from './mail-content.ts'
import { messageIdsIn, threadIndexIn } from './message-ids.ts'
import { decodeWords } from './mime/decode-words.ts'
import { headerIn, headersIn } from './mime/headers.ts'
import { TooMuchMime } from './mime/scan-mime.ts'
import { openWinmail } from './open-winmail.ts'
import type { MailAttachment, ParsedMail, ReadMail } from './parsed-mail.ts'
import { dropStored, readParts, type ReadParts } from './read-parts.ts'
import { spamOf } from './spam-of.ts'

export type { MailAttachment, ParsedMail, ReadMail } from './parsed-mail.ts'

/**
 * Reads any bytes as a mail, as they come; what cannot be read is an outcome, not an error. With files, its large
 * parts are written there and never held whole.
 */
export async function readMail(
  source: Uint8Array | AsyncIterable<Buffer>,
  files: PartFiles | null = null,
): Promise<ParsedMail> {
  try {
    const pieces = ArrayBuffer.isView(source)
      ? [Buffer.from(source.buffer, source.byteOffset, source.byteLength)]
      : source
    return await parsed(await readParts(pieces, files), files)
  } catch (error) {
    if (error instanceof TooMuchMime) return { outcome: 'unreadable', reason: 'broken' }
    throw error
  }
}

/** Of what was stored, only what the mail keeps stays. */
async function parsed(read: ReadParts, files: PartFiles | null): Promise<ParsedMail> {
  const kept = new Set<StoredFile | null>()
  try {
    if (read.sizeBytes === 0) return { outcome: 'unreadable', reason: 'empty' }
    if (!isMail(read)) return { outcome: 'unreadable', reason: 'not-mail' }
    const mail = viewed(read, await openWinmail(mailContent(read.parts), files))
    for (const { stored } of mail.attachments) kept.add(stored)
    return mail
  } finally {
    const rest = read.parts.filter(({ stored }) => !kept.has(stored))
    await dropStored(rest, files)
  }
}

function isMail({ headers }: ReadParts) {
  return headers.some(({ key }) => TELLING.has(key))
}

function viewed({ headers, parts, identityHash }: ReadParts, { text, html, attachments }: MailContent): ReadMail {
  const from = addressesOf(headersIn(headers, 'from'))[0] ?? addressesOf(headersIn(headers, 'sender'))[0] ?? null
  const subject = cleanLine(decodeWords(headerIn(headers, 'subject')), 500)
  const kind = classifyMail({ headers, from, subject, mediaTypes: parts.map(({ part }) => part.type.value) })
  return {
    outcome: 'read',
    kind,
    from,
    replyTo: addressesOf(headersIn(headers, 'reply-to')),
    to: addressesOf(headersIn(headers, 'to')),
    cc: addressesOf(headersIn(headers, 'cc')),
    deliveredTo: addressesIn(headersIn(headers, 'delivered-to')),
    xOriginalTo: addressesIn([...headersIn(headers, 'x-original-to'), ...headersIn(headers, 'envelope-to')]),
    subject,
    messageId: messageIdsIn(headerIn(headers, 'message-id'))[0] ?? null,
    references: [...referencesIn(headers), ...readReceiptIn(attachments)],
    date: dateOf(headerIn(headers, 'date')),
    text: cleanText(text, MAX_BODY),
    html: cleanText(html, MAX_BODY),
    attachments: attachments.slice(0, MAX_ATTACHMENTS),
    automation: automationOf(headers, kind),
    spam: spamOf(headers),
    identityHash,
  }
}

function referencesIn(headers: ReadParts['headers']) {
  const index = threadIndexIn(headerIn(headers, 'thread-index'))
  const ids = messageIdsIn(...headersIn(headers, 'references'), ...headersIn(headers, 'in-reply-to'))
  return index ? [...ids, index] : ids
}

/** Which mail a notice that it was opened is about (RFC 8098). */
function readReceiptIn(attachments: MailAttachment[]) {
  const notice = attachments.find(({ mediaType }) => mediaType === 'message/disposition-notification')
  const [, id] = notice
    ? (Buffer.from(notice.bytes)
        .toString()
        .match(/^original-message-id:\s*(<[^<>]{1,500}>)/im) ?? [])
    : []
  return messageIdsIn(id)
}

function dateOf(date: string): ReadMail['date'] {
  const at = Date.parse(date)
  return Number.isNaN(at) || at < EARLIEST || at > LATEST ? null : new Date(at).toISOString()
}

const MAX_BODY = 1024 * 1024
const MAX_ATTACHMENTS = 200
const EARLIEST = Date.parse('1990-01-01')
const LATEST = Date.parse('2200-01-01')
const TELLING = new Set(['from', 'to', 'subject', 'date', 'message-id', 'received', 'return-path', 'mime-version'])
