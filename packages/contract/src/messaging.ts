import * as v from 'valibot'
import { command, email, filledLine, id, line, text, type Instant } from './base.ts'

const smtpAccount = {
  host: v.pipe(filledLine(253), v.regex(/^[a-z0-9.\-:[\]]+$/i, 'invalid.host')),
  port: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_535)),
  security: v.picklist(['starttls', 'tls', 'none']),
  username: line(254),
  /** Left out: the password already kept. */
  password: v.optional(v.pipe(v.string(), v.maxLength(500))),
}

export const addMailboxInput = v.object({ ...command, id, name: filledLine(80), address: email })
export type AddMailboxInput = v.InferOutput<typeof addMailboxInput>
export const changeMailboxInput = v.object({ ...command, name: filledLine(80), address: email })
export const connectMailboxInput = v.object({ ...command, ...smtpAccount })
export type ConnectMailboxInput = v.InferOutput<typeof connectMailboxInput>
export const testMailboxInput = v.object(smtpAccount)
export const mailboxCommandInput = v.object(command)

export type MailboxProblem =
  | 'host_not_found'
  | 'refused'
  | 'timeout'
  | 'tls'
  | 'certificate'
  | 'auth'
  | 'auth_needs_app_password'
  | 'no_auth_offered'
  | 'private_address'
  | 'sender_refused'
  | 'unexpected'

export type MailboxTest = { ok: true } | { ok: false; problem: MailboxProblem; detail: string }

export interface MailboxView {
  id: string
  name: string
  address: string
  carrier: 'sandbox' | 'smtp'
  state: 'active' | 'paused' | 'failing'
  isDefault: boolean
  lastProblem: string | null
  lastProblemAt: Instant | null
  smtp: { host: string; port: number; security: 'starttls' | 'tls' | 'none'; username: string } | null
}

export type ReceiptState = 'queued' | 'sent' | 'delivered' | 'read' | 'failed' | 'unknown'

/** The state of an outgoing message: the worst of its recipients'. */
export interface Receipt {
  state: ReceiptState
  at: Instant
  /** Key of the sentence that says why and what to do, and the server's own words. */
  reason: string | null
  answer: string | null
}

/** A mail that was received but belongs nowhere yet. */
export interface MailToSort {
  id: string
  sender: string
  subject: string
  problem: string
  mailbox: string
  receivedAt: Instant
  sizeBytes: number
}

/** The sandbox post office: mail to clients that never left this machine. */
export interface SandboxMail {
  deliveryId: string
  messageId: string
  conversationId: string
  from: string
  fromName: string
  to: string
  toName: string
  subject: string
  at: Instant
  preview: string
  attachments: { fileId: string; name: string; sizeBytes: number }[]
}

export const answerAsClientInput = v.object({ ...command, body: v.pipe(text(50_000), v.trim(), v.minLength(1, 'invalid.empty')) })
export const writeAsClientInput = v.object({
  ...command,
  name: line(120),
  from: email,
  mailboxId: id,
  subject: line(300),
  body: v.pipe(text(50_000), v.trim(), v.minLength(1, 'invalid.empty')),
})
