import type { Automation } from './automation-of.ts'
import type { MailKind } from './classify-mail.ts'
import type { StoredFile } from './file-store.ts'
import type { MailAddress } from './mail-addresses.ts'

export type ParsedMail = ReadMail | { outcome: 'unreadable'; reason: 'empty' | 'not-mail' | 'broken' }

export type ReadMail = {
  outcome: 'read'
  kind: MailKind
  from: MailAddress | null
  replyTo: MailAddress[]
  to: MailAddress[]
  cc: MailAddress[]
  deliveredTo: string[]
  xOriginalTo: string[]
  subject: string
  messageId: string | null
  references: string[]
  date: string | null
  text: string
  html: string
  attachments: MailAttachment[]
  automation: Automation
  /** Its provider says so. */
  spam: 'flagged' | null
  identityHash: Buffer
}

export type MailAttachment = {
  name: string | null
  mediaType: string
  contentId: string | null
  inline: boolean
  /** All of them, or the first 64 KB where the file store holds the whole. */
  bytes: Uint8Array
  stored: StoredFile | null
}
