import PostalMime from 'postal-mime'
import type { Attachment, Email } from 'postal-mime'
import { classifyMail } from './classify-mail.ts'
import { cleanLine, cleanText } from './clean-text.ts'
import { addressOf, addressesIn, addressesOf } from './mail-addresses.ts'
import { messageIdsIn } from './message-ids.ts'
import { KEPT_HEADERS } from './parsed-mail.ts'
import type { MailAttachment, ParsedMail, ReadMail } from './parsed-mail.ts'
import { withUtf8Headers } from './utf8-headers.ts'

/** One reading, in this thread, as long as it takes. */
export async function parseMail(raw: Uint8Array): Promise<ParsedMail> {
  if (raw.byteLength === 0) return { outcome: 'unreadable', reason: 'empty' }
  try {
    const email = await PostalMime.parse(withUtf8Headers(raw), { rfc822Attachments: true, maxNestingDepth: 100 })
    if (!email.headers.some(({ key }) => TELLING.has(key))) return { outcome: 'unreadable', reason: 'not-mail' }
    return view(email)
  } catch {
    return { outcome: 'unreadable', reason: 'broken' }
  }
}

function view(email: Email): ReadMail {
  const text = email.text ?? ''
  const html = email.html ?? ''
  return {
    outcome: 'read',
    kind: classifyMail(email),
    from: addressOf(email.from) ?? addressOf(email.sender),
    replyTo: addressesOf(email.replyTo),
    to: addressesOf(email.to),
    cc: addressesOf(email.cc),
    deliveredTo: addressesIn(headerValues(email, 'delivered-to')),
    xOriginalTo: addressesIn([...headerValues(email, 'x-original-to'), ...headerValues(email, 'envelope-to')]),
    subject: cleanLine(email.subject ?? '', 500),
    messageId: messageIdsIn(email.messageId)[0] ?? null,
    references: messageIdsIn(email.references, email.inReplyTo),
    date: dateOf(email.date),
    text: cleanText(text, MAX_BODY),
    html: cleanText(html, MAX_BODY),
    attachments: email.attachments.slice(0, MAX_ATTACHMENTS).map(attachmentOf),
    leftOut: {
      attachments: Math.max(0, email.attachments.length - MAX_ATTACHMENTS),
      textCharacters: Math.max(0, text.length - MAX_BODY),
      htmlCharacters: Math.max(0, html.length - MAX_BODY),
    },
    headers: Object.fromEntries(
      KEPT_HEADERS.flatMap((key) =>
        headerValues(email, key)
          .slice(0, 1)
          .map((value) => [key, cleanLine(value, 500)]),
      ),
    ),
  }
}

function attachmentOf(attachment: Attachment): MailAttachment {
  const { content, mimeType, contentId, filename, disposition, related } = attachment
  return {
    name: cleanLine((filename ?? '').replace(/[/\\]/g, '_'), 200) || null,
    mediaType: /^[a-z0-9.+-]+\/[a-z0-9.+-]+$/.test(mimeType) ? mimeType : 'application/octet-stream',
    contentId: cleanLine((contentId ?? '').replace(/[<>]/g, ''), 500) || null,
    inline: disposition === 'inline' || (related === true && disposition !== 'attachment'),
    bytes: typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content),
  }
}

function dateOf(date: string | undefined) {
  const at = Date.parse(date ?? '')
  return Number.isNaN(at) || at < 0 || at > MAX_DATE ? null : new Date(at).toISOString()
}

function headerValues(email: Email, key: string) {
  return email.headers.filter((header) => header.key === key).map((header) => header.value)
}

const MAX_BODY = 1024 * 1024
const MAX_ATTACHMENTS = 200
const MAX_DATE = Date.parse('2200-01-01')
const TELLING = new Set(['from', 'to', 'subject', 'date', 'message-id', 'received', 'return-path', 'mime-version'])
