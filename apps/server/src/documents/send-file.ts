import { once } from 'node:events'
import { Readable } from 'node:stream'
import type { Context } from 'hono'
import type { AppEnv } from '../app-env.ts'
import { Refusal } from '../refusal.ts'
import { contentDisposition } from './content-disposition.ts'

export interface StoredBytes {
  workspaceId: string
  storageKey: string
  name: string
  mediaType: string
  sizeBytes: number
}

/** Images a browser may draw in a page; what else it could run or read as a page is only ever downloaded. */
export const drawnTypes = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif'])

/** Answers with the bytes of a file. */
export async function sendFile(c: Context<AppEnv>, file: StoredBytes, is: 'attachment' | 'inline') {
  const bytes = c.var.server.files.read(file.workspaceId, file.storageKey)
  await once(bytes, 'open').catch((error: unknown) => {
    c.var.server.log.error({ err: error, key: file.storageKey }, 'a file has no bytes')
    throw new Refusal('not_found', 'errors.file_missing')
  })
  const shown = is === 'inline' && drawnTypes.has(file.mediaType) ? 'inline' : 'attachment'
  return c.body(Readable.toWeb(bytes) as ReadableStream, 200, {
    'Content-Type': file.mediaType,
    'Content-Length': String(file.sizeBytes),
    'Content-Disposition': contentDisposition(shown, file.name),
    // In a tab of its own a picture is laid out by the browser, with styles.
    'Content-Security-Policy': `default-src 'none'; ${shown === 'inline' ? "style-src 'unsafe-inline'; " : ''}sandbox`,
    'X-Content-Type-Options': 'nosniff',
  })
}
