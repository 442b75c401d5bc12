import { buffer } from 'node:stream/consumers'
import type { Db } from '@comptoir/db/db'
import type { MessageOriginal } from '@comptoir/contract/timeline'
import type { StoredBytes } from '../documents/send-file.ts'
import type { Staff } from '../identity/actor.ts'
import { decodeCharset } from '../messaging/mime/decode-charset.ts'
import { decodeWords } from '../messaging/mime/decode-words.ts'
import { headerEnd } from '../messaging/mime/header-end.ts'
import { headersIn, parseHeaders } from '../messaging/mime/headers.ts'
import { Refusal } from '../refusal.ts'
import type { Server } from '../server.ts'
import { messageSource } from './message-source.ts'

/** What a screen shows of it; the whole of it can be downloaded. */
const mostBytes = 200_000

// In the order in which one asks: who, to whom, when, and whether it is true.
const shownFirst = ['from', 'reply-to', 'to', 'cc', 'date', 'subject', 'message-id', 'authentication-results'] as const

/** The mail a message came as, to be read: what its header says first, then its text as it travelled, as far as it fits. */
export async function messageOriginal(
  { db, files }: { db: Db; files: Server['files'] },
  staff: Staff,
  messageId: string,
): Promise<MessageOriginal> {
  const source = await messageSource(db, staff, messageId)
  const bytes = await beginningOf(files, source)
  const end = headerEnd(bytes, 0, 'all', () => false)
  const headers = parseHeaders(bytes.subarray(0, end?.at ?? bytes.length))
  return {
    headers: shownFirst.flatMap((name) =>
      headersIn(headers, name).map((value) => ({ name, value: decodeWords(value).slice(0, 2000) })),
    ),
    // Half a letter may stand at the end of what was cut.
    text: decodeCharset(bytes, 'utf-8').replaceAll('\u0000', ''),
    sizeBytes: source.sizeBytes,
    shownBytes: bytes.length,
  }
}

async function beginningOf(files: Server['files'], { workspaceId, storageKey }: StoredBytes): Promise<Buffer> {
  try {
    return await buffer(files.read(workspaceId, storageKey, { end: mostBytes - 1 }))
  } catch {
    throw new Refusal('not_found', 'errors.file_missing')
  }
}
