import * as v from 'valibot'
import { command, email, id, line, text, type Instant } from './base.ts'

export type ReceiptState = 'queued' | 'sent' | 'delivered' | 'read' | 'failed' | 'unknown'

/** The state of an outgoing message: the worst of its recipients'. */
export interface Receipt {
  state: ReceiptState
  at: Instant
  /** Key of the sentence that says why and what to do, and the server's own words. */
  reason: string | null
  answer: string | null
  /** When a reader of it reported it as spam; null where none did. */
  complainedAt: Instant | null
}

/** Where mail waits that is in no conversation: nobody can tell where it belongs, or nobody asked for it. */
export const bin = v.picklist(['to-sort', 'spam'])
export type Bin = v.InferOutput<typeof bin>
/** How one recipient's copy of a message has fared. */
export interface DeliveryTrack {
  id: string
  recipient: string
  state: ReceiptState
  /** What it has come through, first to last; the last is where it is. */
  steps: { state: ReceiptState; at: Instant }[]
  /** Key of the sentence that says why, and the server's own words. */
  reason: string | null
  answer: string | null
  attempts: number
  /** When it is tried again; null where it is not put off. */
  nextTryAt: Instant | null
}

/** What became of a message of ours, recipient by recipient, as it was at `seq`. */
export interface MessageTrack {
  seq: number
  messageId: string
  deliveries: DeliveryTrack[]
}

/** A mail that was received but belongs nowhere yet. */
export interface MailToSort {
  id: string
  bin: Bin
  sender: string
  subject: string
  problem: string
  mailbox: string
  receivedAt: Instant
  sizeBytes: number
}

/** The id of the last row. */
export const afterIdQuery = v.object({ after: v.optional(id) })

/** A page of what waits in a bin, newest first. `next` is null at the end. */
export interface ToSortPage {
  seq: number
  bin: Bin
  mails: MailToSort[]
  next: string | null
}

/** One of them, with what a person needs to decide. */
export interface MailToSortOpened extends MailToSort {
  to: string
  /** The header lines as they came. */
  headers: string
  /** Null when it cannot be read as a mail; the raw file can be downloaded all the same. */
  text: string | null
  attachments: { name: string; sizeBytes: number }[]
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

/** A page of the post office, newest first. */
export interface SandboxPage {
  seq: number
  mails: SandboxMail[]
  next: string | null
}

/** A mail as the client has it open; its HTML is at …/sandbox/<deliveryId>/html. */
export interface SandboxMailOpened extends SandboxMail {
  replyTo: string
  text: string
}

export const answerAsClientInput = v.object({
  ...command,
  body: v.pipe(text(50_000), v.trim(), v.minLength(1, 'invalid.empty')),
})
export const writeAsClientInput = v.object({
  ...command,
  name: line(120),
  from: email,
  mailboxId: id,
  subject: line(300),
  body: v.pipe(text(50_000), v.trim(), v.minLength(1, 'invalid.empty')),
})
export type WriteAsClientInput = v.InferOutput<typeof writeAsClientInput>

/** What to do with a message whose outcome is unknown or failed. */
export const settleMessageInput = v.object({ ...command, outcome: v.picklist(['resend', 'it-left']) })
export const takeBackInput = v.object(command)
export type SettleMessageInput = v.InferOutput<typeof settleMessageInput>

export const fileSortedInput = v.object({
  ...command,
  /** Where the mail goes: a conversation, a client's new one, among spam, aside, or back where it waited. */
  to: v.variant('is', [
    v.object({ is: v.literal('sender') }),
    v.object({ is: v.literal('client'), clientId: id }),
    v.object({ is: v.literal('spam') }),
    v.object({ is: v.literal('aside') }),
    /** `undoes`: the command that called it spam; without it, from aside. */
    v.object({ is: v.literal('back'), bin, undoes: v.optional(id) }),
  ]),
})
export type SortMailInput = v.InferOutput<typeof fileSortedInput>

/** An address, or a whole domain as @example.com. */
const blockable = v.pipe(
  v.string(),
  v.trim(),
  v.toLowerCase(),
  v.maxLength(254),
  v.regex(/^[^\s@]*@[^\s@]+\.[^\s@]+$/, 'invalid.blockable'),
)
export const blockSenderInput = v.object({ ...command, address: blockable })
export type BlockSenderInput = v.InferOutput<typeof blockSenderInput>

/** A sender whose mail goes among spam. */
export interface BlockedSender {
  address: string
  at: Instant
}

export interface BlockedSenders {
  seq: number
  senders: BlockedSender[]
}
