import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { Busboy, type BusboyFileStream } from '@fastify/busboy'
import { maxFormFileBytes, maxFormFiles, maxFormFilesBytes } from '@comptoir/contract/forms'
import { makeId } from '@comptoir/rules/uuid'
import { mediaTypeOf } from '../documents/media-type-of.ts'
import { safeName } from '../documents/safe-name.ts'
import { DiskFull } from '../messaging/disk-room.ts'
import type { FileStore } from '../messaging/file-store.ts'
import { dropAttachments, type KeptAttachment } from '../messaging/keep-attachments.ts'
import type { PageKey } from './page-words.ts'

/** What came from a page: what was typed, and the files, whose bytes are in the file store. */
export interface Submission {
  values: Map<string, string>
  files: KeptAttachment[]
  /** Why the files, which are then gone, or all of it cannot be taken. */
  problem: PageKey | null
}

interface Sent {
  type: string
  body: globalThis.ReadableStream<Uint8Array> | null
}

/** Reads what a browser sends, with or without files. Files go straight to disk, and no limit can be passed by. */
export async function readSubmission(
  store: FileStore,
  workspaceId: string,
  { type, body }: Sent,
  take: 'files' | 'words',
): Promise<Submission> {
  const values = new Map<string, string>()
  const arriving: Promise<KeptAttachment>[] = []
  const streams: BusboyFileStream[] = []
  let problem: PageKey | null = null
  try {
    const reader = new Busboy({ headers: { 'content-type': type }, limits })
    // Several boxes of one name are several answers, a line each.
    reader.on('field', (name, value) => values.set(name, values.has(name) ? `${values.get(name)}\n${value}` : value))
    reader.on('filesLimit', () => (problem = 'errors.too_many_files'))
    reader.on('file', (_, stream, name: string | undefined, __, mediaType) => {
      // One that breaks off says so again after everybody has left, which must not end the program.
      stream.on('error', () => {})
      // A field of files in which none was chosen sends one without a name.
      if (take === 'words' || !name) return stream.resume()
      streams.push(stream)
      const kept = keep(store, workspaceId, { stream, name, mediaType })
      // Looked at once all has come, which may be long after it failed, and must not end the program either.
      kept.catch(() => {})
      arriving.push(kept)
    })
    await pipeline(body ? Readable.fromWeb(body as ReadableStream<Uint8Array>) : [], counted, reader)
  } catch (error) {
    problem = error instanceof TooLarge ? 'errors.request_too_large' : 'errors.cut'
    for (const stream of streams) stream.destroy()
  }
  const kept = await Promise.allSettled(arriving)
  const files = kept.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  problem ??= problemOf(streams, files)
  const failed = kept.find((one) => one.status === 'rejected')
  if (!failed && problem === null) return { values, files, problem }
  await dropAttachments(store, workspaceId, files)
  if (problem !== null) return { values, files: [], problem }
  // A disk that is full is no fault of whoever writes: what they typed is not lost with the files.
  if (failed?.reason instanceof DiskFull) return { values, files: [], problem: 'errors.later' }
  throw failed!.reason
}

async function keep(
  store: FileStore,
  workspaceId: string,
  { stream, name, mediaType }: { stream: BusboyFileStream; name: string; mediaType: string },
): Promise<KeptAttachment> {
  try {
    const bytes = Readable.from(stream.iterator({ destroyOnReturn: false }), { objectMode: false })
    const stored = await store.write(workspaceId, bytes, { maxBytes: maxFormFileBytes })
    const toInsert = { name: safeName(name), mediaType: mediaTypeOf(mediaType), stored }
    return { fileId: makeId(), contentId: null, inline: false, toInsert }
  } catch (error) {
    // What comes after this file is read all the same: it holds what was typed.
    stream.resume()
    throw error
  }
}

function problemOf(streams: BusboyFileStream[], files: KeptAttachment[]): PageKey | null {
  if (streams.some((stream) => stream.truncated)) return 'errors.file_too_large'
  const bytes = files.reduce((sum, { toInsert }) => sum + (toInsert?.stored.sizeBytes ?? 0), 0)
  return bytes > maxFormFilesBytes ? 'errors.files_too_large' : null
}

class TooLarge extends Error {}

async function* counted(source: AsyncIterable<Uint8Array>) {
  let bytes = 0
  for await (const chunk of source) {
    bytes += chunk.length
    if (bytes > mostBytes) throw new TooLarge()
    yield chunk
  }
}

const limits = {
  // Thirty fields, of which some have a hundred boxes.
  fields: 600,
  fieldSize: 64 * 1024,
  files: maxFormFiles,
  fileSize: maxFormFileBytes,
  parts: 620,
  headerPairs: 20,
  headerSize: 4096,
}

/** Read to its end up to here, so that a page can say what is too large; a browser that is cut off shows none. */
const mostBytes = 4 * maxFormFilesBytes
