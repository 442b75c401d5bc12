import { buffer } from 'node:stream/consumers'
import { inWorkspace, type Db } from '@comptoir/db/db'
import type { MailToSortOpened } from '@comptoir/contract/messaging'
import type { Staff } from '../identity/actor.ts'
import { cleanText, cutText } from '../messaging/clean-text.ts'
import type { FileStore } from '../messaging/file-store.ts'
import { htmlToText } from '../messaging/html-to-text.ts'
import { mailsWaiting, mailToSortView, storedMail } from '../messaging/incoming-mails.ts'
import { readMail } from '../messaging/read-mail.ts'
import { Refusal } from '../refusal.ts'

interface Parts {
  db: Db
  files: FileStore
}

const mostHeaders = 20_000
const mostText = 100_000

/** One mail that waits, with what a person needs to decide about it. */
export async function openToSort({ db, files }: Parts, staff: Staff, mailId: string): Promise<MailToSortOpened> {
  const { workspaceId } = staff
  const { row, stored } = await inWorkspace(db, workspaceId, async (tx) => {
    const row = await mailsWaiting(tx, workspaceId).where('incomingMail.id', '=', mailId).executeTakeFirst()
    const stored = await storedMail(tx, workspaceId, mailId)
    if (!row || !stored) throw mailMissing()
    return { row, stored }
  })
  const raw = await buffer(files.read(workspaceId, stored.storageKey))
  const mail = await readMail(raw)
  return {
    ...mailToSortView(row),
    to: stored.envelopeTo,
    headers: headersOf(raw),
    text: mail.outcome === 'read' ? cutText(mail.text || htmlToText(mail.html), mostText) : null,
    attachments:
      mail.outcome === 'read'
        ? mail.attachments.map(({ name, bytes }) => ({ name: name ?? '', sizeBytes: bytes.byteLength }))
        : [],
  }
}

/** Its bytes as they came. */
export async function rawToSort({ db, files }: Parts, staff: Staff, mailId: string) {
  const stored = await inWorkspace(db, staff.workspaceId, (tx) => storedMail(tx, staff.workspaceId, mailId))
  if (!stored) throw mailMissing()
  return files.read(staff.workspaceId, stored.storageKey)
}

export function mailMissing() {
  return new Refusal('not_found', 'errors.mail_missing')
}

function headersOf(raw: Buffer) {
  const text = new TextDecoder().decode(raw.subarray(0, mostHeaders))
  return cleanText(text.split(/\r?\n\r?\n/)[0] ?? '', mostHeaders)
}
