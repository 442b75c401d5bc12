import { Readable } from 'node:stream'
import type { Config } from '../config.ts'
import { composeMail, composeSmallMail, type ComposedMail } from './compose-mail.ts'
import { signatureOf } from './dkim/sign-mail.ts'
import type { FileStore } from './file-store.ts'
import { htmlToText } from './html-to-text.ts'
import type { Outgoing } from './outgoing.ts'
import { replyKey } from './prepare-mail.ts'
import { makeReplyAddress } from './reply-token.ts'
import { showInlineImages } from './inline-images.ts'
import { showRemoteImages } from './sanitize-mail-html.ts'
import { withOpeningPicture } from './with-opening-picture.ts'

interface Parts {
  config: Config
  secretKey: string
  files: FileStore
}

/** What goes over the line: the bytes themselves of a mail that holds no files, else a stream of them. */
export async function contentOf(
  parts: Parts,
  outgoing: Outgoing,
): Promise<{ bytes: Readable | Buffer; close(): void }> {
  const leaving = withOpeningPicture(parts, outgoing)
  if (leaving.attachments.length > 0) return openOutgoing(parts, leaving)
  const mail = mailOf(parts, leaving, noFile)
  const bytes = composeSmallMail(mail)
  const signature = await signatureFor(parts, leaving, mail, () => bytes)
  return { bytes: signature === '' ? bytes : Buffer.concat([Buffer.from(signature), bytes]), close() {} }
}

function noFile(): never {
  throw new Error('a mail without attachments opens no file')
}

/** The bytes of a mail of ours, as it was written. Nothing is opened before the first is asked for; `close` lets go of all. */
export function openOutgoing(parts: Parts, outgoing: Outgoing): { bytes: Readable; close(): void } {
  const opened: Readable[] = []
  const open = (storageKey: string) => {
    const file = parts.files.read(outgoing.workspaceId, storageKey)
    opened.push(file)
    return file
  }
  async function* lazily() {
    const mail = () => mailOf(parts, outgoing, open)
    const signature = await signatureFor(parts, outgoing, mail(), composeMail)
    if (signature !== '') yield Buffer.from(signature)
    yield* composeMail(mail())
  }
  const bytes = Readable.from(lazily(), { objectMode: false })
  return {
    bytes,
    close() {
      bytes.destroy()
      opened.forEach((file) => file.destroy())
    },
  }
}

/** The same mail composed again is the same bytes: one reading is signed, the next is sent. */
async function signatureFor(
  { secretKey }: Parts,
  { signer }: Outgoing,
  mail: ComposedMail,
  compose: (mail: ComposedMail) => Readable | Buffer,
): Promise<string> {
  return signer ? signatureOf(compose(mail), signer, mail.date, secretKey) : ''
}

function mailOf(
  { config, secretKey }: Parts,
  outgoing: Outgoing,
  open: (storageKey: string) => Readable,
): ComposedMail {
  const { mailbox, message, attachments, clientName, recipient, addressees, conversationId, earlier } = outgoing
  const to = addressees.filter(({ role }) => role === 'to')
  return {
    from: { name: mailbox.name, address: mailbox.address },
    replyTo: replyAddressOf(mailbox.address, conversationId, config, secretKey),
    // Nobody chose to write there: what a stranger gave as their name is not carried on.
    to: to.length > 0 ? to : [{ name: message.isAutomatic ? '' : clientName, address: recipient }],
    cc: addressees.filter(({ role }) => role === 'cc'),
    subject:
      message.party === 'outsider'
        ? message.subject
        : subjectOf(message.subject || mailbox.name, earlier.references.length),
    ...wordsOf(message),
    messageId: message.mailId ?? `${message.id}@${mailbox.address.split('@')[1]}`,
    ...earlier,
    date: new Date(message.at),
    writtenBy: message.isAutomatic ? ('program' as const) : ('person' as const),
    attachments: attachments.map(({ name, mediaType, contentId, storageKey }) => ({
      name,
      mediaType,
      contentId,
      open: () => open(storageKey),
    })),
  }
}

/**
 * What was written, what it ends with, and below that what is passed on. The mark before a signature is that of
 * RFC 3676 §4.3, which programs fold with all that follows: where something is passed on, it is left out.
 */
function wordsOf({ bodyHtml, bodyText, signatureHtml, quotedHtml, quotedText }: Outgoing['message']) {
  const signature = signatureHtml === null ? '' : `<div style="margin-top:1.5em">${signatureHtml}</div>`
  const html = `${bodyHtml ?? ''}${signature}${quotedHtml ?? ''}`
  const signed = signatureHtml === null ? '' : `${quotedHtml ? '' : '-- \n'}${htmlToText(signatureHtml)}`
  return {
    html: showInlineImages(showRemoteImages(html), (fileId) => `cid:${fileId}`),
    text: [bodyText, signed, quotedHtml ? quotedText : ''].filter(Boolean).join('\n\n'),
  }
}

/** Only where mail comes straight to us: another provider may not know what follows a plus, and lose the answer. */
export function replyAddressOf(
  address: string,
  conversationId: string,
  config: Config,
  secretKey: string,
): string | null {
  return address.endsWith(`@${config.mailDomain}`)
    ? makeReplyAddress(address, conversationId, replyKey(secretKey))
    : null
}

export function subjectOf(subject: string, earlierMails: number): string {
  return earlierMails === 0 || /^\s*(re|aw|sv|antw|tr|fw|fwd)\s*:/i.test(subject) ? subject : `Re: ${subject}`
}
