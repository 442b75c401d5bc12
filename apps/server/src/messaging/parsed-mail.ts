import type { MailKind } from './classify-mail.ts'
import type { MailAddress } from './mail-addresses.ts'

export type ParsedMail = ReadMail | { outcome: 'unreadable'; reason: 'empty' | 'not-mail' | 'broken' | 'too-heavy' }

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
  leftOut: { attachments: number; textCharacters: number; htmlCharacters: number }
  headers: Partial<Record<KeptHeader, string>>
}

export type MailAttachment = {
  name: string | null
  mediaType: string
  contentId: string | null
  inline: boolean
  bytes: Uint8Array
}

export const KEPT_HEADERS = [
  'auto-submitted',
  'x-auto-response-suppress',
  'precedence',
  'list-id',
  'list-unsubscribe',
  'return-path',
  'importance',
  'content-language',
] as const
export type KeptHeader = (typeof KEPT_HEADERS)[number]
