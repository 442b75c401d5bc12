import type { Recipients } from '@comptoir/contract/addressees'
import type { FileView } from '@comptoir/contract/documents'
import type { DraftView } from '@comptoir/contract/composer'
import type { SignatureChoice } from '@comptoir/contract/signatures'
import { isBlank } from './html-text.ts'

/** What is being written. */
export interface Writing {
  kind: 'reply' | 'note'
  bodyHtml: string
  files: FileView[]
  /** To whom a reply goes; null: to whom the server says. */
  recipients: Recipients | null
  /** Whether a reply ends with one's signature. */
  signature: SignatureChoice
  /** The last message its writer had seen when they began. */
  baseSeq: number
}

export function emptyOf(kind: Writing['kind'], baseSeq: number): Writing {
  return { kind, bodyHtml: '', files: [], recipients: null, signature: 'with', baseSeq }
}

export function writingOf({ kind, bodyHtml, files, recipients, signature, baseSeq }: DraftView): Writing {
  return { kind, bodyHtml, files: [...files], recipients, signature, baseSeq }
}

/** Whether there is nothing to keep or send. */
export function isEmpty({ bodyHtml, files }: Writing) {
  return isBlank(bodyHtml) && files.length === 0
}
