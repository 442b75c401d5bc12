import type { ReadMail } from './read-mail.ts'

/** A mail that was read, with its attachments in the file store and its text ready to be kept. */
export interface PreparedMail {
  /** Of incoming_mail. */
  id: string
  mailboxId: string
  envelopeFrom: string
  receivedAt: string
  mail: ReadMail
  bodyText: string
  bodyHtml: string | null
  quotedText: string
  remoteImages: number
  attachments: { fileId: string; contentId: string | null; inline: boolean }[]
  /** Conversations named by a signed reply address. */
  tokens: string[]
}
