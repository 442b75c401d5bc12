import type { Tx } from '@comptoir/db/db'
import type { Fact } from '../realtime/record-events.ts'
import type { PreparedMail } from './prepare-mail.ts'

/** Files the mail that was stored into conversations, in the order it came. */
export interface Intake {
  wake(): void
  /** Resolves when nothing stored is left to file. */
  idle(): Promise<void>
  stop(): Promise<void>
}

/** Where a mail goes: where its own headers say, or where a person put it. */
export type FilingChoice = { is: 'by-itself' } | { is: 'sender' } | { is: 'client'; clientId: string }

export type Filing = Filed | LeftAside

export interface Filed {
  outcome: 'filed'
  /** In a conversation of its own, in one that was there, or said already. */
  how: 'new' | 'threaded' | 'duplicate'
  conversationId: string
  messageId: string | null
  clientId: string | null
  /** Whether the message holds what was attached; else nobody does. */
  attachments: 'kept' | 'dropped'
  facts: Fact[]
}

/** A person must decide, or it waits among what nobody asked for; `problem` is the key of the sentence that says why. */
export interface LeftAside {
  outcome: 'to_sort' | 'spam'
  problem: string
}

/** Files one mail, in the transaction that also changes its state. */
export type FileMail = (mail: PreparedMail, choice: FilingChoice) => Promise<Filing>

/** Opens the inbox of a business for the mails of one transaction; lent by the inbox. */
export type OpenInbox = (tx: Tx, workspaceId: string) => Promise<FileMail>
