import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { CalendarCard } from '@comptoir/contract/timeline'
import { makeId } from '@comptoir/rules/uuid'
import type { Automation } from '../automation-of.ts'
import type { MailKind } from '../classify-mail.ts'
import type { FileStore } from '../file-store.ts'
import { prepareMail } from '../prepare-mail.ts'

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
  /** What its HTML may still do on a screen; `text` where there is none. */
  safety: ExpectedSafety | 'text'
  /** The mail that began the conversation it joins, where it is not itself, or the bin it waits in. */
  thread?: string
}

/** Read from the mail by hand. */
interface ExpectedSafety {
  /** Pictures elsewhere that wait until the reader asks for them, and where links lead, in order. */
  remote: string[]
  links: string[]
  /** Pictures that came with it: the name of the file, or what stands in the page itself. */
  inline?: string[]
  /** What the cleaned HTML holds as its sender wrote it. */
  kept?: string[]
  /** What the HTML holds as it was sent, and the cleaned one does not. */
  gone?: string[]
}

export async function expectedMails(): Promise<Record<string, ExpectedMail>> {
  return JSON.parse(await readFile(`${corpusFolder}/expected.json`, 'utf8')) as Record<string, ExpectedMail>
}

/** A mail of the corpus among the files of a business. */
export async function storeInFiles(files: FileStore, file: string) {
  const raw = await readFile(`${corpusFolder}/${file}.eml`)
  const workspaceId = makeId()
  const { key, sizeBytes } = await files.write(workspaceId, Readable.from([raw]), { maxBytes: raw.length })
  return { file, workspaceId, key, sizeBytes }
}

/** What the intake gets of it. */
export async function prepareStored(
  files: FileStore,
  { file, workspaceId, key, sizeBytes }: Awaited<ReturnType<typeof storeInFiles>>,
) {
  const mail = await prepareMail({ files, secretKey: 'a secret of the tests' }, workspaceId, {
    id: makeId(),
    mailboxId: makeId(),
    envelopeFrom: '',
    envelopeTo: 'atelier@morel.example',
    fileId: makeId(),
    storageKey: key,
    sizeBytes,
    receivedAt: '2026-11-16T10:02:31Z',
    source: 'smtp',
    folderRole: null,
    isHistory: false,
    remoteAddress: null,
    helo: null,
    senderCheck: null,
  })
  if (!mail) throw new Error(`${file} cannot be read`)
  return mail
}
