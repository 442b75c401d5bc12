import { createHash } from 'node:crypto'
import MailComposer from 'nodemailer/lib/mail-composer'
import type { Readable } from 'node:stream'
import type { MailAddress } from './mail-addresses.ts'
import { writeMime } from './write-mime.ts'

export type ComposedMail = {
  from: MailAddress
  replyTo: string | null
  to: MailAddress[]
  cc: MailAddress[]
  subject: string
  html: string
  text: string
  /** Ids without brackets, oldest first: all of the conversation, so that every program finds the thread. */
  messageId: string
  inReplyTo: string | null
  references: string[]
  date: Date
  /** A person, unless said otherwise; programs do not answer what a program wrote (RFC 3834). */
  writtenBy?: 'person' | 'program'
  attachments: { name: string; mediaType: string; contentId: string | null; open: () => Readable }[]
}

/**
 * The bytes of a mail as RFC 5322 has them. The same mail gives the same bytes, so that a second try is the same mail
 * to whoever compares. An attachment that cannot be read is an error of the stream.
 */
export function composeMail(mail: ComposedMail): Readable {
  return compiled(mail).createReadStream()
}

/** The same bytes at once, for a mail that holds no files. */
export function composeSmallMail(mail: ComposedMail): Buffer {
  return writeMime(compiled(mail))
}

function compiled(mail: ComposedMail) {
  const { from, to, cc, replyTo, subject, html, text, date } = mail
  const composer = new MailComposer({
    from,
    to,
    cc,
    ...(replyTo ? { replyTo } : {}),
    subject,
    text,
    html,
    date,
    messageId: `<${mail.messageId}>`,
    ...(mail.inReplyTo ? { inReplyTo: `<${mail.inReplyTo}>` } : {}),
    references: mail.references.map((id) => `<${id}>`),
    ...(mail.writtenBy === 'program' ? { headers: automatic } : {}),
    attachments: mail.attachments.map(({ name, mediaType, contentId, open }) => ({
      filename: name,
      contentType: mediaType,
      content: open(),
      contentTransferEncoding: 'base64',
      ...(contentId ? { cid: contentId, contentDisposition: 'inline' } : { contentDisposition: 'attachment' }),
    })),
    baseBoundary: createHash('sha256').update(mail.messageId).digest('hex').slice(0, 32),
    newline: 'win',
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return composer.compile()
}

const automatic = {
  'Auto-Submitted': 'auto-replied',
  'X-Auto-Response-Suppress': 'All',
  Precedence: 'auto_reply',
}
