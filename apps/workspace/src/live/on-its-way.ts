import type { Recipients } from '@comptoir/contract/addressees'
import type { FileView } from '@comptoir/contract/documents'
import type { SignatureChoice } from '@comptoir/contract/signatures'
import type { Mention } from '@comptoir/contract/timeline'
import type { OwnAct } from './own-act.ts'

/** Something of one's own that the server does not have yet, asked under the same command whatever happens. */
interface Outgoing {
  id: string
  /** Empty where it is of many. */
  conversationId: string
  /** Of its command, the same at every attempt. */
  commandId: string
  at: string
  /** Whether the server may have heard of it though nobody answered, or has it: its event is then on its way. */
  asked: 'never' | 'perhaps' | 'answered'
  state: { is: 'sending' } | { is: 'waiting' } | { is: 'refused'; error: unknown }
}

/** A message or a note, shown at once under the id it will have. */
export interface Pending extends Outgoing {
  kind: 'reply' | 'note'
  bodyHtml: string
  /** Of a note: its words. */
  text: string
  /** Of a note: whom it names. */
  mentions: Mention[]
  files: FileView[]
  /** Of a reply: to whom. */
  recipients: Recipients
  /** When it shall leave; without it at once. */
  leavesAt?: string | undefined
  /** Of a reply: whether it ends with one's signature. */
  signature: SignatureChoice
  baseSeq: number
  conflict: 'refuse' | 'anyway'
}

/** Something done, shown as done. */
export interface PendingAct extends Outgoing {
  kind: 'act'
  act: OwnAct
  /** The client it is about, for when it is refused much later. */
  about: string
}

export type OnItsWay = Pending | PendingAct
