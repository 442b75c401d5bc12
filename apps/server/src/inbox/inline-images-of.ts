import { buffer } from 'node:stream/consumers'
import { drawnTypes } from '../documents/send-file.ts'
import type { Server } from '../server.ts'

/** An image that is inside a mail. */
export interface InlineImage {
  id: string
  storageKey: string
  mediaType: string
  sizeBytes: number
}

/** What one page may carry; the attachments below it hold all of them anyway. */
const mostBytes = 12 * 1024 * 1024

/** The images of a mail as data addresses, by file, as far as a page can carry them. */
export async function inlineImages(files: Server['files'], workspaceId: string, images: InlineImage[]) {
  const pictures = new Map<string, string>()
  let left = mostBytes
  for (const { id, storageKey, mediaType, sizeBytes } of images) {
    if (!drawnTypes.has(mediaType) || sizeBytes > left) continue
    left -= sizeBytes
    const bytes = await buffer(files.read(workspaceId, storageKey)).catch(() => null)
    if (bytes) pictures.set(id, `data:${mediaType};base64,${bytes.toString('base64')}`)
  }
  return pictures
}
