import { Readable } from 'node:stream'
import type { Tx } from '@comptoir/db/db'
import { makeId } from '@comptoir/rules/uuid'
import type { PartFiles } from './detach-part.ts'
import type { FileStore, StoredFile } from './file-store.ts'
import type { MailAttachment } from './read-mail.ts'
import { maxMailBytes } from './store-mail.ts'

/** An attachment whose bytes are in the file store; its row comes with the message. */
export interface KeptAttachment {
  fileId: string
  contentId: string | null
  inline: boolean
  /** Null for a file that has its row already. */
  toInsert: { name: string; mediaType: string; stored: StoredFile } | null
}

/** Writes the bytes of attachments that are not yet written, before the transaction that will hold their rows. */
export async function keepAttachments(
  files: FileStore,
  workspaceId: string,
  attachments: MailAttachment[],
): Promise<KeptAttachment[]> {
  const kept: KeptAttachment[] = []
  try {
    for (const [at, { name, mediaType, contentId, inline, bytes, stored: detached }] of attachments.entries()) {
      const stored =
        detached ?? (await partFiles(files, workspaceId).write(Readable.from([bytes], { objectMode: false })))
      const toInsert = { name: name ?? `${at + 1}.${endingOf(mediaType)}`, mediaType, stored }
      kept.push({ fileId: makeId(), contentId, inline, toInsert })
    }
    return kept
  } catch (error) {
    await dropAttachments(files, workspaceId, kept)
    for (const { stored } of attachments.slice(kept.length)) if (stored) await files.remove(workspaceId, stored.key)
    throw error
  }
}

/** Where the parts of a mail of this workspace are written. */
export function partFiles(files: FileStore, workspaceId: string): PartFiles {
  return {
    write: (bytes) => files.write(workspaceId, bytes, { maxBytes: maxMailBytes }),
    readWhole: (key) => files.readWhole(workspaceId, key),
    remove: (key) => files.remove(workspaceId, key),
  }
}

/** The rows of kept attachments. */
export async function insertAttachments(tx: Tx, workspaceId: string, kept: KeptAttachment[]): Promise<void> {
  const rows = kept.flatMap(({ fileId, toInsert }) =>
    toInsert
      ? {
          workspaceId,
          id: fileId,
          name: toInsert.name,
          mediaType: toInsert.mediaType,
          sizeBytes: toInsert.stored.sizeBytes,
          sha256: Buffer.from(toInsert.stored.sha256, 'hex'),
          storageKey: toInsert.stored.key,
          kept: true,
        }
      : [],
  )
  if (rows.length > 0) await tx.insertInto('file').values(rows).execute()
}

/** Takes the bytes away again, where no transaction came to hold them. */
export async function dropAttachments(files: FileStore, workspaceId: string, kept: KeptAttachment[]): Promise<void> {
  for (const { toInsert } of kept) if (toInsert) await files.remove(workspaceId, toInsert.stored.key)
}

function endingOf(mediaType: string) {
  const subtype = mediaType.split('/')[1] ?? ''
  return endings.get(mediaType) ?? (/^[a-z0-9]{1,5}$/.test(subtype) ? subtype : 'bin')
}

const endings = new Map([
  ['image/jpeg', 'jpg'],
  ['image/svg+xml', 'svg'],
  ['text/plain', 'txt'],
  ['text/calendar', 'ics'],
  ['message/rfc822', 'eml'],
  ['message/delivery-status', 'txt'],
  ['message/disposition-notification', 'txt'],
  ['message/feedback-report', 'txt'],
  ['application/ics', 'ics'],
  ['text/rfc822-headers', 'txt'],
])
