import type { Recipients } from '@comptoir/contract/addressees'
import type { FileView } from '@comptoir/contract/documents'
import type { DraftView } from '@comptoir/contract/composer'
import { isBlank } from './html-text.ts'

/** What is being written. */
export interface Writing {
  kind: 'reply' | 'note'
  bodyHtml: string
  files: FileView[]
  /** To whom a reply goes; null: to whom the server says. */
  recipients: Recipients | null
  /** The last message its writer had seen when they began. */
  baseSeq: number
}

export function emptyOf(kind: Writing['kind'], baseSeq: number): Writing {
  return { kind, bodyHtml: '', files: [], recipients: null, baseSeq }
}

export function writingOf({ kind, bodyHtml, files, recipients, baseSeq }: DraftView): Writing {
  return { kind, bodyHtml, files: [...files], recipients, baseSeq }
}

/** Whether there is nothing to keep or send. */
export function isEmpty({ bodyHtml, files }: Writing) {
  return isBlank(bodyHtml) && files.length === 0
}
