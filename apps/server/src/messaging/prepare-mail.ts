import type { CalendarCard } from '@comptoir/contract/timeline'
import { keyFor } from '../seal-secret.ts'
import type { Automation } from './automation-of.ts'
import type { SenderCheck } from './check-sender.ts'
import type { FileStore } from './file-store.ts'
import { foldHtml, foldText } from './fold-quote.ts'
import { htmlToText } from './html-to-text.ts'
import { inlineImageUrl } from './inline-images.ts'
import { keepAttachments, partFiles, type KeptAttachment } from './keep-attachments.ts'
import type { MailAddress } from './mail-addresses.ts'
import { readCalendar } from './read-calendar.ts'
import { readMail, type ReadMail } from './read-mail.ts'
import { readReplyAddress } from './reply-token.ts'
import { sanitizeMailHtml } from './sanitize-mail-html.ts'

/** A mail as it was stored, with where its bytes are. */
export interface StoredMail {
  id: string
  mailboxId: string
  envelopeFrom: string
  envelopeTo: string
  fileId: string
  storageKey: string
  sizeBytes: number
  receivedAt: string
  source: 'smtp' | 'imap' | 'import' | 'sandbox'
  folderRole: 'inbox' | 'sent' | 'junk' | 'other' | null
  /** Was there before its mailbox was connected. */
  isHistory: boolean
  remoteAddress: string | null
  helo: string | null
  senderCheck: SenderCheck
}

/** A mail that was read, with its attachments in the file store and its text ready to be kept. */
export interface PreparedMail {
  /** Of incoming_mail. */
  id: string
  mailboxId: string
  receivedAt: string
  source: StoredMail['source']
  folderRole: StoredMail['folderRole']
  isHistory: boolean
  kind: ReadMail['kind']
  automation: Automation
  from: MailAddress | null
  to: MailAddress[]
  cc: MailAddress[]
  /** Where its writer wants the answer, if elsewhere. */
  replyTo: MailAddress[]
  /** The addresses of To and Cc alone. */
  recipients: string[]
  /** When its sender says it was written, if that can be. */
  date: string | null
  subject: string
  /** Without brackets, as are the references. */
  mailId: string | null
  references: string[]
  /** What a delivery report is about; nothing where a person wrote. */
  reported: Pick<ReadMail, 'text' | 'attachments'>
  bodyText: string
  bodyHtml: string | null
  quotedText: string
  remoteImages: number
  attachments: KeptAttachment[]
  /** The same for one mail on every way it takes. */
  identityHash: Buffer
  calendar: CalendarCard | null
  /** Whether the domain it says it is from has confirmed it; null where nobody could ask. */
  senderCheck: 'verified' | 'unverified' | null
  /** Why nobody asked for it, as a message key. */
  spam: string | null
  /** Conversations named by a signed reply address. */
  tokens: string[]
}

export interface PrepareParts {
  files: FileStore
  secretKey: string
}

/** Reads a stored mail. What cannot be read is null: it needs a person. */
export async function prepareMail(
  parts: PrepareParts,
  workspaceId: string,
  stored: StoredMail,
): Promise<PreparedMail | null> {
  const { files } = parts
  const mail = await readMail(await bytesOf(files, workspaceId, stored), partFiles(files, workspaceId))
  if (mail.outcome !== 'read') return null
  const attachments = await keepAttachments(files, workspaceId, mail.attachments)
  const { id, mailboxId, receivedAt, envelopeTo } = stored
  const { to, cc, replyTo } = mail
  const addressed = [...to, ...cc].map(({ address }) => address)
  return {
    id,
    mailboxId,
    receivedAt,
    source: stored.source,
    folderRole: stored.folderRole,
    isHistory: stored.isHistory,
    kind: mail.kind,
    automation: mail.automation,
    from: mail.from,
    to,
    cc,
    replyTo,
    recipients: addressed,
    date: mail.date && Date.parse(mail.date) < Date.parse(receivedAt) + DAY_MS ? mail.date : null,
    subject: mail.subject,
    mailId: mail.messageId,
    references: mail.references,
    reported:
      mail.kind === 'message' ? { text: '', attachments: [] } : { text: mail.text, attachments: mail.attachments },
    ...bodyOf(mail, attachments),
    attachments,
    tokens: tokensIn(
      [...envelopeTo.split(' '), ...addressed, ...mail.deliveredTo, ...mail.xOriginalTo],
      parts.secretKey,
    ),
    identityHash: mail.identityHash,
    spam: whySpam(mail, stored),
    senderCheck: stored.senderCheck === 'refused' ? 'unverified' : stored.senderCheck,
    calendar: readCalendar(mail.attachments),
  }
}

function whySpam({ spam }: ReadMail, { folderRole, senderCheck }: StoredMail) {
  if (spam !== null || folderRole === 'junk') return 'errors.mail_marked_spam'
  return senderCheck === 'refused' ? 'errors.mail_refused_by_domain' : null
}

/** The key that signs reply addresses. */
export function replyKey(secretKey: string) {
  return keyFor('reply-address', secretKey)
}

// Most mails are small, and to open a stream takes longer than to read one whole.
function bytesOf(files: FileStore, workspaceId: string, { storageKey, sizeBytes }: StoredMail) {
  return sizeBytes <= MAX_WHOLE ? files.readWhole(workspaceId, storageKey) : files.read(workspaceId, storageKey)
}

function bodyOf(mail: ReadMail, attachments: KeptAttachment[]) {
  if (mail.html.trim() === '') return { ...textParts(mail.text), bodyHtml: null, remoteImages: 0 }
  const urlOf = (contentId: string) => {
    const image = attachments.find((one) => one.contentId === contentId)
    return image ? inlineImageUrl(image.fileId) : null
  }
  const { html, remoteImages } = sanitizeMailHtml(mail.html, urlOf)
  return { ...(isToldByText(mail, html) ? textParts(mail.text) : wordsOf(html)), bodyHtml: html, remoteImages }
}

function wordsOf(html: string) {
  const { visible, quoted } = foldHtml(html)
  return { bodyText: htmlToText(visible), quotedText: htmlToText(quoted) }
}

// Some programs write a text that only says to look at the other shape: what is seen is what is quoted and searched.
function isToldByText({ text }: ReadMail, html: string) {
  if (text.trim() === '') return false
  if (text.length * 3 > html.length) return true
  const shown = new Set(
    htmlToText(html)
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u),
  )
  const told = text
    .toLowerCase()
    .slice(0, 1000)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
  return told.filter((word) => shown.has(word)).length * 2 >= told.length
}

function textParts(text: string) {
  const { visible, quoted } = foldText(text)
  return { bodyText: visible.trimEnd(), quotedText: quoted.trimEnd() }
}

function tokensIn(addresses: string[], secretKey: string) {
  if (!addresses.some((address) => address.includes('+r'))) return []
  const key = replyKey(secretKey)
  const tokens = addresses.flatMap((address) => readReplyAddress(address, key)?.conversationId ?? [])
  return [...new Set(tokens)]
}

const MAX_WHOLE = 512 * 1024
// Clocks run ahead, but not by more than the width of the world.
const DAY_MS = 24 * 3600 * 1000
