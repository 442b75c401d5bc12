import { Readable } from 'node:stream'
import { sql } from 'kysely'
import { askTogether, type Together } from '@comptoir/db/ask-together'
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
  const files = kept.flatMap(({ fileId, toInsert }) => (toInsert ? { fileId, ...toInsert } : []))
  await Promise.all(
    files.map(({ fileId, name, mediaType, stored }) =>
      insertFile(tx, {
        workspaceId,
        id: fileId,
        name,
        mediaType,
        sizeBytes: stored.sizeBytes,
        sha256: Buffer.from(stored.sha256, 'hex'),
        storageKey: stored.key,
      }),
    ),
  )
}

interface FileToInsert {
  workspaceId: string
  id: string
  name: string
  mediaType: string
  sizeBytes: number
  sha256: Buffer
  storageKey: string
}

const insertFile = askTogether(
  (_, all: Together<FileToInsert>) => sql<{ n: number }>`
    with inserted as (
      insert into file (workspace_id, id, name, media_type, size_bytes, sha256, storage_key, kept)
      select workspace_id, id, name, media_type, size_bytes, sha256, storage_key, true
      from json_to_recordset(${all.rows}::json) as a (
        workspace_id uuid, id uuid, name text, media_type text, size_bytes bigint, sha256 bytea, storage_key text)
    )
    select 0 as n where false`,
)

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
