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

export type Filing =
  | { outcome: 'filed'; facts: Fact[]; clientId: string | null }
  /** `problem` is the key of the sentence that says why a person must decide. */
  | { outcome: 'to_sort'; problem: string }

/** Files one mail, in the transaction that also changes its state; lent by the inbox. */
export type ReceiveMail = (tx: Tx, workspaceId: string, mail: PreparedMail, choice: FilingChoice) => Promise<Filing>
