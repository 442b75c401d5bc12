import { Readable } from 'node:stream'
import { maxPictureBytes, type FileView, type PictureType } from '@comptoir/contract/documents'
import type { Staff } from '../identity/actor.ts'
import { Refusal } from '../refusal.ts'
import type { Server } from '../server.ts'
import { bytesOf, storeBytes, type Upload } from './store-upload.ts'

/** Stores a picture that is to stand in a text. Its first bytes say what it is, whatever its sender calls it. */
export async function storePicture(
  parts: Pick<Server, 'db' | 'files'>,
  staff: Staff,
  upload: Upload,
): Promise<FileView> {
  const bytes = bytesOf(upload)
  const chunks = (bytes as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]()
  const head = await firstBytes(chunks).catch((error: unknown) => {
    throw upload.cut.aborted ? new Refusal('invalid', 'errors.file_cut') : error
  })
  const mediaType = pictureTypeOf(head)
  if (!mediaType) {
    bytes.destroy()
    throw new Refusal('invalid', 'errors.not_picture')
  }
  return storeBytes(parts, staff, { ...upload, mediaType }, Readable.from(counted(head, chunks), { objectMode: false }))
}

/** As many as tell one kind from another, or all there are. */
async function firstBytes(chunks: AsyncIterator<Uint8Array>): Promise<Buffer> {
  let head = Buffer.alloc(0)
  while (head.length < longestMark) {
    const next = await chunks.next()
    if (next.done) break
    head = Buffer.concat([head, next.value])
  }
  return head
}

async function* counted(head: Buffer, chunks: AsyncIterator<Uint8Array>) {
  let sizeBytes = 0
  for (let chunk: Uint8Array = head; ;) {
    sizeBytes += chunk.length
    if (sizeBytes > maxPictureBytes)
      throw new Refusal('too_large', 'errors.file_too_large', { megabytes: maxPictureBytes / 2 ** 20 })
    yield chunk
    const next = await chunks.next()
    if (next.done) return
    chunk = next.value
  }
}

function pictureTypeOf(head: Buffer): PictureType | undefined {
  const text = head.toString('latin1', 0, longestMark)
  return marks.find(([, mark]) => mark.test(text))?.[0]
}

const longestMark = 12
const marks: [PictureType, RegExp][] = [
  ['image/png', /^\x89PNG\r\n\x1a\n/],
  ['image/jpeg', /^\xff\xd8\xff/],
  ['image/gif', /^GIF8[79]a/],
  ['image/webp', /^RIFF[^]{4}WEBP/],
]
