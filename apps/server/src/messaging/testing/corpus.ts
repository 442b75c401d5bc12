import { readFile } from 'node:fs/promises'
import type { CalendarCard } from '@comptoir/contract/inbox'
import type { Automation } from '../automation-of.ts'
import type { MailKind } from '../classify-mail.ts'

export const corpusFolder = `${import.meta.dirname}/../corpus`

/** What becomes of a mail of the corpus. White space counts as one space; what is long ends in `…`. */
export interface ExpectedMail {
  subject: string
  from: string | null
  kind: MailKind
  automation?: Automation
  /** What its text shows, and what is folded under it. */
  visible: string
  folded?: string
  /** The same of its HTML, where that is not the same. */
  shown?: string
  shownFolded?: string
  attachments?: string[]
  spam?: string
  calendar?: CalendarCard
  /** The mail that began the conversation it joins, where it is not itself, or the bin it waits in. */
  thread?: string
}

export async function expectedMails(): Promise<Record<string, ExpectedMail>> {
  return JSON.parse(await readFile(`${corpusFolder}/expected.json`, 'utf8')) as Record<string, ExpectedMail>
}
