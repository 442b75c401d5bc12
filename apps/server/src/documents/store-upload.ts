import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { inWorkspace } from '@comptoir/db/db'
import { maxFileBytes, type FileView } from '@comptoir/contract/documents'
import { makeId } from '@comptoir/rules/uuid'
import type { Staff } from '../identity/actor.ts'
import { now } from '../instant.ts'
import { mayHaveCommitted } from '../may-have-committed.ts'
import { Refusal } from '../refusal.ts'
import type { Server } from '../server.ts'
import { mediaTypeOf } from './media-type-of.ts'
import { safeName } from './safe-name.ts'

export interface Upload {
  name: string
  /** As the browser says it; what it is worth is decided when it is served. */
  mediaType: string | undefined
  body: globalThis.ReadableStream<Uint8Array> | null
  /** Whether the sender went away. */
  cut: AbortSignal
}

/** Stores a file somebody sends, not yet kept by anything. What is refused or cut leaves nothing behind. */
export function storeUpload(parts: Pick<Server, 'db' | 'files'>, staff: Staff, upload: Upload): Promise<FileView> {
  return storeBytes(parts, staff, upload, bytesOf(upload))
}

export function bytesOf({ body }: Upload): Readable {
  return body ? Readable.fromWeb(body as ReadableStream<Uint8Array>) : Readable.from([])
}

/** The same of bytes that were looked at on their way. */
export async function storeBytes(
  { db, files }: Pick<Server, 'db' | 'files'>,
  staff: Staff,
  upload: Omit<Upload, 'body'>,
  bytes: Readable,
): Promise<FileView> {
  const { workspaceId, userId } = staff
  const stored = await files.write(workspaceId, bytes, { maxBytes: maxFileBytes }).catch((error: unknown) => {
    throw upload.cut.aborted ? new Refusal('invalid', 'errors.file_cut') : error
  })
  const view = {
    id: makeId(),
    name: safeName(upload.name),
    mediaType: mediaTypeOf(upload.mediaType),
    sizeBytes: stored.sizeBytes,
  }
  try {
    await inWorkspace(db, workspaceId, (tx) =>
      tx
        .insertInto('file')
        .values({
          ...view,
          workspaceId,
          sha256: Buffer.from(stored.sha256, 'hex'),
          storageKey: stored.key,
          uploadedBy: userId,
          createdAt: now(),
        })
        .execute(),
    )
  } catch (error) {
    if (!mayHaveCommitted(error)) await files.remove(workspaceId, stored.key)
    throw error
  }
  return view
}
